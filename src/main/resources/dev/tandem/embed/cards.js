// One recommended item: why it is here, what it looks like, and what a rep can do with it.
import { call, newKey, picture, send } from './server.js';

const REASONS = ['out of date', 'wrong industry', 'wrong stage', 'too technical', 'already known', 'other'];
const TYPES = { faq: 'FAQ', roi_calculator: 'ROI calculator', ebook: 'E-book', how_to: 'How-to', post_sale: 'Post-sale' };
// drawn here, since not every machine has the pictures of an emoji font
const ICONS = {
  helpful: 'M7 10v10H4V10zm3 10h7.2a2 2 0 0 0 2-1.6l1.2-6a2 2 0 0 0-2-2.4H14l.7-3.6A2 2 0 0 0 12.7 4L9 10v9z',
  not_helpful: 'M17 14V4h3v10zm-3-10H6.8a2 2 0 0 0-2 1.6l-1.2 6a2 2 0 0 0 2 2.4H10l-.7 3.6a2 2 0 0 0 2 2.4L15 14V5z',
  dismissal: 'M6 6l12 12M18 6L6 18',
};
const SEEN_AFTER = 1000;

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

export const words = (id) => TYPES[id] ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', ' ');

let toastTimer;
export function toast(text, undo) {
  const box = document.getElementById('toast');
  box.replaceChildren(make('span', { textContent: text }));
  if (undo) box.append(make('button', { type: 'button', textContent: 'Undo', onclick: () => { box.hidden = true; undo(); } }));
  box.hidden = false;
  fade(undo ? 9000 : 5000);
}

function fade(after) {
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { document.getElementById('toast').hidden = true; }, after);
}

// whoever is on the way to Undo is not hurried
for (const [begin, end] of [['focusin', 'focusout'], ['pointerenter', 'pointerleave']]) {
  document.getElementById('toast').addEventListener(begin, () => clearTimeout(toastTimer));
  document.getElementById('toast').addEventListener(end, () => fade(5000));
}

const seen = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    clearTimeout(target.seenTimer);
    if (!isIntersecting) continue;
    target.seenTimer = setTimeout(() => {
      seen.unobserve(target);
      const { asset, slate } = target.dataset;
      send({ key: `impression:${slate}:${asset}`, type: 'impression', asset, slate });
    }, SEEN_AFTER);
  }
}, { threshold: 0.5 });

const pictures = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    pictures.unobserve(target);
    picture(target.dataset.asset).then((url) => {
      target.onload = () => URL.revokeObjectURL(url);
      target.src = url;
    }).catch(() => target.remove());
  }
}, { rootMargin: '200px' });

// Matches stand between U+E000 and U+E001.
function snippet(text) {
  const parts = text.split(/[\uE000\uE001]/);
  return make('span', {}, ...parts.map((part, place) => (place % 2 ? make('mark', { textContent: part }) : part)));
}

// The server says when there is enough to tell a rate: then it gives the interval.
const deals = (count, how) => count ? `, in ${count} ${how} ${count === 1 ? 'deal' : 'deals'}` : '';

function evidence({ shown, used, deals_won: won, deals_lost: lost, interval }) {
  if (!interval) return 'Not enough data yet on how it does.';
  const range = ` (${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)} %)`;
  return `Used ${used} of ${shown} times it was seen${range}${deals(won, 'won')}${deals(lost, 'lost')}.`;
}

export function card(item, { slate, pictures: drawn, files, explain, shared }) {
  const { asset } = item;
  const page = item.pages[0];
  const box = make('li', { className: 'card', tabIndex: -1 });
  box.dataset.asset = asset.id;
  box.dataset.slate = slate;
  if (drawn.includes(asset.id)) {
    const image = make('img', { className: 'preview', alt: '' });
    image.dataset.asset = asset.id;
    box.append(image);
    pictures.observe(image);
  }
  box.append(
    make('h3', { className: 'title', textContent: asset.title }),
    make('div', { className: 'meta' },
      make('span', { className: 'tag', textContent: words(asset.type) }),
      asset.audience === 'internal' ? make('span', { className: 'tag warn', textContent: 'Internal only' }) : null,
      item.already_sent ? make('span', { className: 'tag plain', textContent: 'Already sent' }) : null),
    make('ul', { className: 'reasons' }, ...item.reasons.map((reason) => make('li', { textContent: reason.text }))));
  if (page?.snippet)
    box.append(make('p', { className: 'snippet' }, page.label ? make('b', { textContent: `${page.label}: ` }) : null, snippet(page.snippet)));
  box.append(make('p', { className: 'evidence', textContent: evidence(item.evidence) }));
  const act = (label, run, className = '', hint = label) => {
    const button = make('button', { type: 'button', textContent: label, className, title: hint, onclick: run });
    button.setAttribute('aria-label', `${hint}: ${asset.title}`);
    return button;
  };
  const judgment = (type, hint, run) => {
    const button = act('', run, 'icon', hint);
    button.dataset.type = type;
    button.setAttribute('aria-pressed', 'false');
    button.append(icon(type));
    return button;
  };
  box.append(make('div', { className: 'actions' },
    item.sendable ? act('Copy link', () => share(asset, box, explain, shared), 'primary', 'Copy link for the buyer') : null,
    act('Open', () => open(asset, box, files.includes(asset.id), explain)),
    make('span', { className: 'space' }),
    make('span', { className: 'judge' },
      judgment('helpful', 'Helpful', () => unsay(box, 'helpful') || judge(box, 'helpful', 'Thank you: marked as helpful.')),
      judgment('not_helpful', 'Not helpful', () => unsay(box, 'not_helpful') || ask(box, 'not_helpful')),
      judgment('dismissal', 'Not for this deal', () => ask(box, 'dismissal')))));
  seen.observe(box);
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

async function open(asset, box, file, explain) {
  // the window has to open with the click; where it leads is known a moment later
  const opened = file || !asset.url ? window.open('', '_blank') : window.open(asset.url, '_blank', 'noopener');
  send({ key: newKey(), type: 'open', asset: asset.id, slate: box.dataset.slate });
  if (!file) return;
  if (opened) opened.opener = null;
  try {
    const { path } = await call('POST', 'tickets', { asset: asset.id });
    if (opened) opened.location.replace(new URL(path, location.href));
    else box.append(make('a', { href: path, target: '_blank', rel: 'noopener', textContent: 'Open the file' }));
  } catch (problem) {
    opened?.close();
    explain(problem);
  }
}

async function share(asset, box, explain, shared) {
  try {
    const link = await call('POST', 'shares', { asset: asset.id, slate: box.dataset.slate });
    const url = new URL(link.path, location.href).href;
    const undo = () => {
      box.querySelector('.primary').focus();
      return takeBack(link.key).then(shared);
    };
    try {
      await navigator.clipboard.writeText(url);
      toast('Link copied. It tells you when the buyer looks.', undo);
    } catch {
      // a frame may not write to the clipboard unless its host allows it
      box.querySelector('.link')?.remove();
      const field = make('input', { className: 'link', value: url, readOnly: true, ariaLabel: 'Link for the buyer', onfocus: (event) => event.target.select() });
      box.append(field);
      field.focus();
      toast('Copy the link from the card.', undo);
    }
    shared();
  } catch (problem) {
    explain(problem);
  }
}

function takeBack(key) {
  toast('Taken back.');
  return retract(key);
}

const retract = (key) => send({ key: newKey(), type: 'retraction', reason: key });

const OPPOSITE = { helpful: 'not_helpful', not_helpful: 'helpful' };

function judge(box, type, text, reason) {
  if (OPPOSITE[type]) withdraw(box, OPPOSITE[type]);
  const key = newKey();
  send({ key, type, asset: box.dataset.asset, slate: box.dataset.slate, reason });
  mark(box, type, true, key);
  toast(text, () => unsay(box, type));
}

// Pressed once more, a judgment is taken back; says whether there was one.
function unsay(box, type) {
  if (!withdraw(box, type)) return false;
  toast('Taken back.');
  box.querySelector(`[data-type="${type}"]`).focus();
  return true;
}

function withdraw(box, type) {
  const { key } = box.querySelector(`[data-type="${type}"]`).dataset;
  if (!key) return false;
  mark(box, type, false);
  retract(key);
  return true;
}

function mark(box, type, on, key) {
  const button = box.querySelector(`[data-type="${type}"]`);
  button.setAttribute('aria-pressed', String(on));
  if (on) button.dataset.key = key;
  else delete button.dataset.key;
  if (type === 'dismissal') box.classList.toggle('gone', on);
}

// one more click says why; Escape or the same button again leaves it
function ask(box, type) {
  const open = box.querySelector('.why');
  open?.remove();
  if (open?.dataset.type === type) return;
  const done = type === 'dismissal' ? 'Put aside for this deal.' : 'Noted, thank you.';
  const why = make('div', { className: 'why' }, make('span', { textContent: 'Because it is' }), ...REASONS.map((reason) =>
    make('button', { type: 'button', textContent: reason, onclick: () => {
      why.remove();
      judge(box, type, done, reason);
      // of what is put aside only the card is left to stand on
      (type === 'dismissal' ? box : box.querySelector(`[data-type="${type}"]`)).focus();
    } })));
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
