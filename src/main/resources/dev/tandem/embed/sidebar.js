// The sidebar: shows the slate for the deal in the token and sends back what the rep does with it.
import { Problem, call, exchange, flush, hasToken, onSettled, onTrouble, signed, use, waiting } from './server.js';
import { card, make, toast, words } from './cards.js';
import { STAGES, journey } from './journey.js';
import { listen, signIn } from './host.js';

const byId = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search);
let chosenStage = '';
let slate = '';
let deal = {};
let more = false;
let away = false;

function note(text, action, run) {
  const box = byId('note');
  const news = text && box.firstChild?.textContent !== text;
  box.hidden = !text;
  box.replaceChildren(text ?? '');
  if (action) box.append(make('br'), make('button', { type: 'button', textContent: action, onclick: run }));
  // who has scrolled down to what they clicked on does not see it up there
  if (news && box.getBoundingClientRect().bottom < document.querySelector('header').getBoundingClientRect().bottom) toast(text);
}

function explain(problem) {
  if (problem instanceof Problem && problem.status === 401) refused();
  else if (problem instanceof Problem && problem.status === 429) note('That was a little fast. Please wait a moment.', 'Try again', load);
  else if (problem instanceof Problem && problem.status < 500) note(problem.message || 'That did not work.');
  else {
    away = true;
    note(`Tandem does not answer at the moment.${waiting() ? ' What you did is kept and sent later.' : ''}`, 'Try again', load);
  }
}
onTrouble(explain);
onSettled(async () => {
  if (away && !slate) await load();
  else if (away) note();
  away = false;
  toast('Tandem answers again. What you did has been sent.');
});

function refused() {
  const [crm, id] = [asked.get('crm'), asked.get('deal')];
  if (crm && id) note(hasToken() ? 'Your time here is over. Sign in again to go on.' : 'Sign in to Tandem to see what fits this deal.', 'Sign in', async () => {
    try {
      use(await signIn(crm, id));
      load();
    } catch {
      note('Your browser did not let the sign-in window open. Allow pop-up windows for this page, and try again.', 'Sign in', refused);
    }
  });
  else if (hasToken()) note('This page was open for too long, or its key is not valid. Reload the deal in your CRM to go on.');
  else note('This page is opened from a deal in your CRM; it carries the key that shows whose deal it is.');
}

async function load() {
  byId('slate').setAttribute('aria-busy', 'true');
  note();
  try {
    const query = new URLSearchParams({ q: byId('q').value, ...(chosenStage && { stage: chosenStage }), ...(more && { more }) });
    show(await call('GET', `slate?${query}`));
    flush();
    await journey();
  } catch (problem) {
    if (byId('slate').querySelector('.ghost')) byId('slate').replaceChildren();
    explain(problem);
  }
  byId('slate').setAttribute('aria-busy', 'false');
}

function show(answer) {
  document.body.classList.remove('closed');
  slate = answer.slate.slate;
  deal = answer.deal;
  byId('deal').textContent = deal.name ?? (deal.id ? `Deal ${deal.id}` : 'Recommended content');
  byId('account').textContent = [deal.account, deal.sales_stage].filter(Boolean).join(' · ');
  const said = byId('q').value.trim() || chosenStage;
  if (deal.id && !deal.known && !said) note('Tandem does not know this deal yet. Say what the buyer needs, or choose the stage.');
  else if (!answer.spoken_of) note(`Nothing speaks of “${byId('q').value.trim()}”. Below is what fits the deal without it.`, 'Ask marketing for it', () => wish(true));
  else if (answer.slate.degraded) note('A part of the search is not ready yet; the order may be poorer than usual.');
  showStages(answer.slate);
  showCorrection();
  const shown = { slate, pictures: answer.pictures, files: answer.files, explain, shared: () => journey().catch(explain) };
  byId('slate').replaceChildren(...answer.slate.items.map((item) => card(item, shown)));
  if (!answer.slate.items.length) note('Nothing fits. Try other words or another stage, or ask marketing for it.');
  byId('after').hidden = false;
  byId('more').hidden = more || answer.slate.items.length < 5;
}

function showStages(answer) {
  const buttons = STAGES.map(([id, label]) => {
    const on = answer.stage === id;
    const guess = on && answer.stage_basis === 'guessed';
    const short = label.replace('Consideration', 'Consider');
    const button = make('button', { type: 'button', textContent: guess ? `${short}?` : short, className: guess ? 'guess' : '', tabIndex: on ? 0 : -1,
      title: guess ? `${words(id)}, guessed: click the right one` : words(id), onclick: () => choose(id) });
    button.setAttribute('role', 'radio');
    button.setAttribute('aria-checked', String(on));
    button.dataset.stage = id;
    return button;
  });
  if (!answer.stage) buttons[0].tabIndex = 0;
  byId('stages').replaceChildren(...buttons);
}

async function choose(stage) {
  chosenStage = stage;
  const focused = byId('stages').contains(document.activeElement) || byId('correction').contains(document.activeElement);
  await load();
  if (focused) byId('stages').querySelector('[tabindex="0"]').focus();
}

// Looking at another stage changes nothing; saying that the buyer is there does.
function showCorrection() {
  const box = byId('correction');
  box.hidden = !chosenStage;
  if (!chosenStage) return;
  box.replaceChildren(`Shown for ${words(chosenStage)}. `);
  if (deal.may_correct) box.append(make('button', { type: 'button', textContent: 'The buyer is there', onclick: () => correct(chosenStage) }), ' ');
  box.append(make('button', { type: 'button', textContent: 'Back', onclick: () => choose('') }));
}

async function correct(stage) {
  try {
    const { before } = await call('PUT', 'stage', { stage });
    await choose('');
    toast(stage ? `The deal is at ${words(stage)} now.` : 'The CRM\'s stage counts again.', () => {
      byId('stages').querySelector('[tabindex="0"]').focus();
      correct(before ?? null);
    });
  } catch (problem) {
    explain(problem);
  }
}

byId('stages').addEventListener('keydown', (event) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...byId('stages').children];
  all[(all.indexOf(event.target) + step + all.length) % all.length].focus();
});
byId('search').addEventListener('submit', (event) => {
  event.preventDefault();
  more = false;
  load();
});
byId('more').addEventListener('click', async () => {
  more = true;
  const last = byId('slate').children.length;
  await load();
  byId('slate').children[last]?.querySelector('button')?.focus();
});

function wish(open) {
  byId('wish').hidden = !open;
  byId('missing').setAttribute('aria-expanded', String(open));
  if (!open) return;
  if (!byId('need').value) byId('need').value = byId('q').value;
  byId('need').focus();
  byId('wish').scrollIntoView({ block: 'center' });
}
byId('missing').addEventListener('click', () => wish(byId('wish').hidden));
byId('nowish').addEventListener('click', () => { wish(false); byId('missing').focus(); });
byId('wish').addEventListener('keydown', (event) => { if (event.key === 'Escape') { wish(false); byId('missing').focus(); } });
let refusedWish = false;
byId('wish').addEventListener('submit', async (event) => {
  event.preventDefault();
  const need = byId('need');
  need.value = need.value.trim();
  if (!need.reportValidity()) return;
  try {
    await call('POST', 'requests', { note: need.value, query: byId('q').value, slate });
    if (refusedWish) note();
    refusedWish = false;
    need.value = '';
    wish(false);
    byId('missing').focus();
    toast('Marketing has it on its list.');
  } catch (problem) {
    refusedWish = true;
    explain(problem); // the words stay where they are
  }
});

byId('slate').addEventListener('keydown', (event) => {
  if (event.target.matches('input') || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const next = event.target.closest('.card')?.[event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling'];
  if (!next) return;
  event.preventDefault();
  next.querySelector('button')?.focus();
});

async function start() {
  listen();
  if (!hasToken() && signed && asked.get('crm')) await exchange(asked.get('crm'), signed);
  if (!hasToken()) throw new Problem(401, '');
  await load();
}
start().catch((problem) => {
  document.body.classList.add('closed');
  byId('slate').replaceChildren();
  byId('slate').setAttribute('aria-busy', 'false');
  explain(problem instanceof Problem && problem.message ? new Problem(400, problem.message) : problem);
});
