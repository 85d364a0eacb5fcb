// The page around the sidebar: its colours, its size, and the window in which one signs in.
import { dress } from './colours.js';

const hosts = document.querySelector('meta[name=tandem-hosts]').content.split(' ').filter(Boolean);
const theme = new URLSearchParams(location.search).get('theme');
const usual = theme === 'light' || theme === 'dark' ? theme : '';

function allowed(origin) {
  return origin === location.origin || hosts.some((host) => {
    if (!host.includes('*.')) return host === origin;
    const [scheme, rest] = host.split('*.');
    return origin.startsWith(scheme) && origin.endsWith(`.${rest}`);
  });
}

document.documentElement.style.colorScheme = usual;

export function listen() {
  addEventListener('message', ({ origin, data }) => {
    if (data?.type === 'tandem:theme' && allowed(origin)) dress(data, usual);
  });
  if (parent === window) return;
  // neither word says anything about the deal
  parent.postMessage({ type: 'tandem:ready' }, '*');
  new ResizeObserver(() => parent.postMessage({ type: 'tandem:height', height: document.body.scrollHeight }, '*')).observe(document.body);
}

// Signing in needs a window of its own: in a frame of another site no session cookie is sent.
export function signIn(crm, deal) {
  const address = `/connect?${new URLSearchParams({ crm, deal, window: '1' })}`;
  const opened = window.open(address, 'tandem-sign-in', 'width=480,height=640');
  return new Promise((resolve, reject) => {
    if (!opened) {
      reject(new Error('blocked'));
      return;
    }
    addEventListener('message', function hear({ origin, source, data }) {
      if (origin !== location.origin || source !== opened || data?.type !== 'tandem:token') return;
      removeEventListener('message', hear);
      opened.close();
      resolve(data.token);
    });
  });
}
