// What the buyer has: stages of the journey × members of the committee, and what came of it.
import { call } from './server.js';
import { make } from './cards.js';

export const STAGES = [['awareness', 'Awareness', 'Aware'], ['consideration', 'Consideration', 'Consider'], ['decision', 'Decision', 'Decide'], ['post_sale', 'Post-sale', 'After']];
const day = (at) => new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const section = () => document.getElementById('journey');

export async function journey() {
  const coverage = await call('GET', 'coverage');
  const box = section();
  const any = coverage.sent.length || coverage.members.length;
  box.hidden = !any;
  if (!any) return;
  box.querySelector('.grid').replaceChildren(table(coverage));
  list(coverage.sent, coverage.sent.length ? '' : 'Nothing was sent yet.');
}

function table(coverage) {
  const { members, sent, stage } = coverage;
  const rows = [...members.map((member) => [member, (item) => item.members.includes(member)]),
    [members.length ? 'Everybody' : 'Buyer', (item) => !item.members.length]];
  return make('table', {},
    make('caption', { className: 'unseen', textContent: 'What was sent, by committee member and stage' }),
    make('thead', {}, make('tr', {}, make('td'), ...STAGES.map(([id, label, short]) => {
      const head = make('th', { scope: 'col', textContent: short, title: label, className: id === stage ? 'now' : '' });
      head.setAttribute('aria-label', id === stage ? `${label}, where the buyer is now` : label);
      return head;
    }))),
    make('tbody', {}, ...rows.map(([name, is]) => make('tr', {},
      make('th', { scope: 'row', textContent: name, title: name }),
      ...STAGES.map(([id, label]) => cell(sent.filter((item) => is(item) && item.stages.includes(id)), `${name}, ${label}`, sent))))));
}

function cell(items, where, all) {
  if (!items.length) return make('td', { className: 'none' }, make('span', { className: 'unseen', textContent: 'nothing' }), '·');
  const opened = items.filter((item) => item.views).length;
  const button = make('button', { type: 'button', textContent: String(items.length), className: opened ? 'opened' : '' });
  button.setAttribute('aria-pressed', 'false');
  button.setAttribute('aria-label', `${where}: ${items.length} sent, ${opened} opened`);
  button.title = `${items.length} sent, ${opened} opened`;
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') === 'false';
    section().querySelectorAll('.grid button').forEach((other) => other.setAttribute('aria-pressed', 'false'));
    button.setAttribute('aria-pressed', String(on));
    list(on ? items : all, on ? where : '');
  });
  return make('td', {}, button);
}

function list(items, heading) {
  section().querySelector('.sent').replaceChildren(
    ...(heading ? [make('li', { className: 'heading', textContent: heading })] : []),
    ...items.slice(0, 8).map((item) => make('li', {}, make('span', { textContent: item.title }), make('span', { textContent: told(item) }))),
    ...(items.length > 8 ? [make('li', { textContent: `and ${items.length - 8} more` })] : []));
}

function told({ times, at, views, seconds, viewed_at: viewedAt, copied }) {
  const given = copied ? 'link copied' : 'sent';
  const sent = times > 1 ? `${given} ${times} times, last ${day(at)}` : `${given} ${day(at)}`;
  if (!views) return `${sent} · not opened yet`;
  const time = seconds >= 90 ? `, ${Math.round(seconds / 60)} min` : seconds >= 1 ? `, ${Math.round(seconds)} s` : '';
  return `${sent} · opened ${views === 1 ? 'once' : `${views} times`}${time}, last ${day(viewedAt)}`;
}
