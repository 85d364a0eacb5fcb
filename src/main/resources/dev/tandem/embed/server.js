// Everything between the sidebar and the server: the token, the calls, and what waits to be sent.
const UNSENT = 'tandem.unsent';
const TOKEN = 'tandem.token';
const SEND_EVERY = 10_000;
const MOST_UNSENT = 500;

export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

// Browsers that block the storage of frames from other sites still keep a page's state over a reload.
const store = {
  get(key) {
    try { return sessionStorage.getItem(key) ?? undefined; } catch { return history.state?.[key]; }
  },
  set(key, value) {
    try { sessionStorage.setItem(key, value); } catch { history.replaceState({ ...history.state, [key]: value }, ''); }
  },
};

function claims(token) {
  try {
    return JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return {};
  }
}

// The address holds the token behind the #; a CRM that adds to the address adds behind a ? or &.
const handed = new URLSearchParams(location.hash.slice(1).split('?')[0]).get('token') ?? '';
let token = handed;

export const signed = new URLSearchParams(location.hash.slice(1)).get('jwt');
const address = location.pathname + location.search;

// Reloaded by the browser there is no # any more, reloaded by the CRM an old one: the kept token of
// the same address or sitting goes on.
const kept = JSON.parse(store.get(TOKEN) ?? '{}');
if (kept.token) {
  const [then, now] = [claims(kept.token), claims(handed)];
  const same = handed ? then.sub === now.sub && then.deal === now.deal && then.since === now.since
    : kept.address === address && !signed;
  if (same && (then.exp ?? 0) > (now.exp ?? 0)) token = kept.token;
}
history.replaceState(history.state, '', address);

export const hasToken = () => Boolean(token);
export const subject = () => claims(token).sub;

let renewal;
export function use(fresh) {
  token = fresh;
  store.set(TOKEN, JSON.stringify({ token: fresh, address }));
  clearTimeout(renewal);
  const left = (claims(fresh).exp ?? 0) * 1000 - Date.now();
  renewal = setTimeout(renew, Math.max(15_000, left * 0.6));
}

async function renew() {
  try {
    use((await call('POST', 'token')).token);
  } catch (problem) {
    // a server that does not answer may do so before the token ends; a refusal is said by the next call
    if (!(problem instanceof Problem) || problem.status >= 500) renewal = setTimeout(renew, 15_000);
  }
}
if (token) use(token);
addEventListener('visibilitychange', () => {
  const { exp } = claims(token);
  if (document.visibilityState === 'visible' && exp && exp * 1000 - Date.now() < 120_000) renew();
});

export async function call(method, path, body) {
  const answer = await request(method, path, body);
  if (answer.headers.get('Content-Type')?.includes('json')) return answer.json();
  await answer.text(); // a body that nobody reads keeps the connection busy
  return undefined;
}

export async function picture(asset) {
  return URL.createObjectURL(await (await request('GET', `assets/${encodeURIComponent(asset)}/preview.png`)).blob());
}

async function request(method, path, body) {
  const answer = await fetch(`/embed/api/${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
    credentials: 'omit',
    keepalive: document.visibilityState === 'hidden', // so that the last click survives the page
  });
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({}));
  throw new Problem(answer.status, problem.detail ?? '');
}

// Feedback that did not get through is kept and sent again; the server knows each key only once.
let unsent = JSON.parse(store.get(UNSENT) ?? '[]');
let trouble = () => {};
let settled = () => {};
export const onTrouble = (tell) => { trouble = tell; };
export const onSettled = (tell) => { settled = tell; };
export const waiting = () => unsent.filter((each) => each.by === subject()).length;

const keep = () => store.set(UNSENT, JSON.stringify(unsent));
export const newKey = () => `sidebar:${crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4))).join('-')}`;

export async function send(event) {
  unsent.push({ by: subject(), event: { ...event, at: new Date().toISOString() } });
  unsent = unsent.slice(-MOST_UNSENT);
  keep();
  await flush();
}

let flushing = false;
let held = unsent.length > 0; // whether something did not get through at once, maybe before a reload
export async function flush() {
  if (flushing || !token) return;
  flushing = true;
  const late = held;
  try {
    for (let next; (next = unsent.find((each) => each.by === subject()));) {
      try {
        await call('POST', 'events', next.event);
      } catch (problem) {
        // what the server will never take is not asked again
        if (!(problem instanceof Problem) || problem.status >= 500 || problem.status === 401 || problem.status === 429) {
          held = true;
          trouble(problem);
          return;
        }
      }
      unsent = unsent.filter((each) => each !== next);
      keep();
    }
    held = false;
    if (late) settled();
  } finally {
    flushing = false;
  }
}
setInterval(() => { if (waiting()) flush(); }, SEND_EVERY);
addEventListener('online', flush);

// A signed word of the customer's own program, handed over behind the # or exchanged before.
export async function exchange(crm, jwt) {
  const answer = await fetch(`/embed/in/${encodeURIComponent(crm)}`, {
    method: 'POST', credentials: 'omit',
    headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ jwt }),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(answer.status, said.detail ?? '');
  use(said.token);
}
