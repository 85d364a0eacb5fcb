// The sidebar: shows the slate for the deal in the token and sends back what the rep does with it.
'use strict';

const STAGES = [['awareness', 'Awareness'], ['consideration', 'Consider'], ['decision', 'Decision'], ['post_sale', 'Post-sale']];
const REASONS = ['out of date', 'wrong industry', 'wrong stage', 'too technical', 'already known', 'other'];
const TYPES = { faq: 'FAQ', roi_calculator: 'ROI calculator', ebook: 'E-book', how_to: 'How-to' };
// drawn here, since not every machine has the pictures of an emoji font
const ICONS = {
  helpful: 'M7 10v10H4V10zm3 10h7.2a2 2 0 0 0 2-1.6l1.2-6a2 2 0 0 0-2-2.4H14l.7-3.6A2 2 0 0 0 12.7 4L9 10v9z',
  not_helpful: 'M17 14V4h3v10zm-3-10H6.8a2 2 0 0 0-2 1.6l-1.2 6a2 2 0 0 0 2 2.4H10l-.7 3.6a2 2 0 0 0 2 2.4L15 14V5z',
  dismissal: 'M6 6l12 12M18 6L6 18',
};
const RENEW_EVERY = 5 * 60 * 1000;
const SEEN_AFTER = 1000;
const byId = (id) => document.getElementById(id);

let token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
let chosenStage = '';
let slate = '';
const unsent = [];

history.replaceState(null, '', location.pathname); // the token need not stand in the address bar

class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

async function call(method, path, body) {
  const answer = await fetch(`/embed/api/${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
    credentials: 'omit',
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Problem(answer.status, problem.detail ?? '');
  }
  return answer.headers.get('Content-Type')?.includes('json') ? answer.json() : undefined;
}

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

const words = (id) => TYPES[id] ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', ' ');
const day = (at) => new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const newKey = () => `sidebar:${crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4))).join('-')}`;

function note(text, action, run) {
  const box = byId('note');
  box.hidden = !text;
  box.replaceChildren(text ?? '');
  if (action) box.append(make('br'), make('button', { type: 'button', textContent: action, onclick: run }));
}

let toastTimer;
function toast(text, undo) {
  const box = byId('toast');
  box.replaceChildren(make('span', { textContent: text }));
  if (undo) box.append(make('button', { type: 'button', textContent: 'Undo', onclick: () => { box.hidden = true; undo(); } }));
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { box.hidden = true; }, undo ? 9000 : 5000);
}

// Feedback that did not get through is kept and sent again; the server knows each key only once.
async function send(event) {
  unsent.push(event);
  await flush();
}

let flushing = false;
async function flush() {
  if (flushing) return;
  flushing = true;
  try {
    while (unsent.length) {
      try {
        await call('POST', 'events', unsent[0]);
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.status >= 500 || problem.status === 401) {
          explain(problem);
          return;
        }
      }
      unsent.shift();
    }
  } finally {
    flushing = false;
  }
}
setInterval(flush, 10_000);

async function renew() {
  try {
    token = (await call('POST', 'token')).token;
  } catch {
    // said when the next request fails
  }
}
setInterval(renew, RENEW_EVERY);

function explain(problem) {
  if (problem instanceof Problem && problem.status === 401)
    note(token ? 'This page was open for too long, or its key is not valid. Reload the deal in your CRM to go on.'
      : 'This page is opened from a deal in your CRM; it carries the key that shows whose deal it is.');
  else if (problem instanceof Problem && problem.status < 500) note(problem.message || 'That did not work.');
  else note('Tandem does not answer at the moment. What you did is kept and sent later.', 'Try again', load);
}

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    clearTimeout(entry.target.seenTimer);
    if (!entry.isIntersecting) continue;
    entry.target.seenTimer = setTimeout(() => {
      seen.unobserve(entry.target);
      const { asset, slate: shownOn } = entry.target.dataset;
      send({ key: `impression:${shownOn}:${asset}`, type: 'impression', asset, slate: shownOn });
    }, SEEN_AFTER);
  }
}, { threshold: 0.5 });

async function load() {
  byId('slate').setAttribute('aria-busy', 'true');
  note();
  try {
    const query = new URLSearchParams({ q: byId('q').value, ...(chosenStage && { stage: chosenStage }) });
    show(await call('GET', `slate?${query}`));
    flush();
  } catch (problem) {
    byId('slate').replaceChildren();
    explain(problem);
  }
  byId('slate').setAttribute('aria-busy', 'false');
}

function show(answer) {
  slate = answer.slate.slate;
  const deal = answer.deal;
  byId('deal').textContent = deal.known ? deal.name : deal.id ? `Deal ${deal.id}` : 'Recommended content';
  byId('account').textContent = deal.known ? [deal.account, deal.sales_stage].filter(Boolean).join(' · ') : '';
  if (deal.id && !deal.known) note('Tandem does not know this deal yet. Say what the buyer needs, or choose the stage.');
  else if (answer.slate.degraded) note('A part of the search is not ready yet; the order may be poorer than usual.');
  showStages(answer.slate);
  const items = answer.slate.items.map(card);
  byId('slate').replaceChildren(...items);
  items.forEach((item) => seen.observe(item));
  if (!items.length) note('Nothing fits. Try other words, or another stage.');
  const sent = byId('sent');
  sent.hidden = !answer.sent.length;
  sent.querySelector('ul').replaceChildren(...answer.sent.map((each) => make('li', {},
    make('span', { textContent: each.title }),
    make('span', { textContent: `${each.times > 1 ? `sent ${each.times} times, last` : 'sent'} ${day(each.at)} · ${each.views ? `opened ${each.views === 1 ? 'once' : `${each.views} times`}` : 'not opened yet'}` }))));
}

function showStages(answer) {
  byId('stages').replaceChildren(...STAGES.map(([id, label]) => {
    const on = answer.stage === id;
    const guess = on && answer.stage_basis === 'guessed';
    const button = make('button', { type: 'button', textContent: guess ? `${label}?` : label, className: guess ? 'guess' : '',
      title: guess ? `${words(id)}, guessed: click the right one` : words(id), onclick: () => { chosenStage = id; load(); } });
    button.setAttribute('role', 'radio');
    button.setAttribute('aria-checked', String(on));
    return button;
  }));
}

function evidence(item) {
  const { shown, used, deals_won: won } = item.evidence;
  if (shown < 10) return 'Not enough data yet on how it does.';
  return `Used ${used} of ${shown} times it was seen${won ? `, in ${won} won ${won === 1 ? 'deal' : 'deals'}` : ''}.`;
}

function card(item) {
  const asset = item.asset;
  const internal = asset.audience === 'internal';
  const box = make('li', { className: 'card', tabIndex: -1 },
    make('span', { className: 'title', textContent: asset.title }),
    make('div', { className: 'meta' },
      make('span', { className: 'tag', textContent: words(asset.type) }),
      internal ? make('span', { className: 'tag warn', textContent: 'Internal only' }) : null,
      item.already_sent ? make('span', { className: 'tag plain', textContent: 'Already sent' }) : null),
    make('ul', { className: 'reasons' }, ...item.reasons.map((reason) => make('li', { textContent: reason.text }))),
    make('p', { className: 'evidence', textContent: evidence(item) }));
  box.dataset.asset = asset.id;
  box.dataset.slate = slate;
  const act = (label, run, className = '', hint = label) => {
    const button = make('button', { type: 'button', textContent: label, className, title: hint, onclick: run });
    button.setAttribute('aria-label', `${hint}: ${asset.title}`);
    return button;
  };
  const judgment = (type, hint, run) => {
    const button = act('', run, 'icon', hint);
    button.dataset.type = type;
    button.append(icon(type));
    return button;
  };
  box.append(make('div', { className: 'actions' },
    item.sendable ? act('Copy link', () => share(asset, box), 'primary', 'Copy a link for the buyer') : null,
    act('Open', () => open(asset, box)),
    make('span', { className: 'space' }),
    judgment('helpful', 'Helpful', () => judge(box, 'helpful', 'Thank you: marked as helpful.')),
    judgment('not_helpful', 'Not helpful', () => ask(box, 'not_helpful')),
    judgment('dismissal', 'Not for this deal', () => ask(box, 'dismissal'))));
  return box;
}

function icon(type) {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[type]);
  picture.append(path);
  return picture;
}

function open(asset, box) {
  send({ key: newKey(), type: 'open', asset: asset.id, slate: box.dataset.slate });
  window.open(asset.url ?? `/library/${encodeURIComponent(asset.id)}`, '_blank', 'noopener');
}

async function share(asset, box) {
  try {
    const link = await call('POST', 'shares', { asset: asset.id, slate: box.dataset.slate });
    const url = new URL(link.path, location.href).href;
    try {
      await navigator.clipboard.writeText(url);
      toast('Link copied. It tells you when the buyer looks.', () => takeBack(link.key));
    } catch {
      box.append(make('input', { value: url, readOnly: true, ariaLabel: 'Link for the buyer', onfocus: (event) => event.target.select() }));
      toast('Copy the link from the card.', () => takeBack(link.key));
    }
  } catch (problem) {
    explain(problem);
  }
}

function takeBack(key) {
  send({ key: newKey(), type: 'retraction', reason: key });
  toast('Taken back.');
}

function judge(box, type, text, reason) {
  const key = newKey();
  send({ key, type, asset: box.dataset.asset, slate: box.dataset.slate, reason });
  mark(box, type, true);
  toast(text, () => { mark(box, type, false); takeBack(key); });
}

function mark(box, type, on) {
  const button = box.querySelector(`[data-type="${type}"]`);
  button.setAttribute('aria-pressed', String(on));
  button.disabled = on;
  if (type === 'dismissal') box.classList.toggle('gone', on);
}

// one more click says why; Escape or the same button again leaves it
function ask(box, type) {
  const open = box.querySelector('.why');
  open?.remove();
  if (open?.dataset.type === type) return;
  const done = type === 'dismissal' ? 'Put aside for this deal.' : 'Noted, thank you.';
  const why = make('div', { className: 'why' }, make('span', { textContent: 'Because it is' }), ...REASONS.map((reason) =>
    make('button', { type: 'button', textContent: reason, onclick: () => { why.remove(); judge(box, type, done, reason); } })));
  why.dataset.type = type;
  why.setAttribute('role', 'group');
  why.setAttribute('aria-label', 'Reason');
  why.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    why.remove();
    box.querySelector(`[data-type="${type}"]`).focus();
  });
  box.append(why);
  why.querySelector('button').focus();
}

byId('search').addEventListener('submit', (event) => {
  event.preventDefault();
  load();
});
byId('slate').addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const next = event.target.closest('.card')?.[event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling'];
  if (!next) return;
  event.preventDefault();
  next.querySelector('button')?.focus();
});

if (token) load();
else {
  byId('slate').replaceChildren();
  explain(new Problem(401, ''));
}
