// Hands the token to the sidebar that opened this window, and to no other origin.
'use strict';
opener?.postMessage({ type: 'tandem:token', token: document.body.dataset.token }, location.origin);
