// The host's colours, as far as what stands on them can still be read (WCAG 2.2: 1.4.3 and 1.4.11).
const root = document.documentElement;
const NAMES = { accent: '--accent', onAccent: '--on-accent', page: '--page', card: '--card', text: '--text', faint: '--faint', line: '--line' };
const OURS = [...Object.values(NAMES), '--soft', '--soft-text'];
const TEXT = 4.5;
const MARK = 3; // buttons and the ring around what has the focus
const EDGE = 1.15; // a line that can be made out at all
const TINT = 0.14; // how much of the accent is in the ground of tags
const paint = document.createElement('canvas').getContext('2d');
const probe = root.appendChild(document.createElement('i'));
probe.hidden = true;

/** '#rrggbb', or nothing for what is no colour, can be seen through, or points to another place. */
function hex(colour) {
  if (typeof colour !== 'string' || colour.length > 60 || /currentcolor/i.test(colour)) return undefined;
  const read = ['#000000', '#ffffff'].map((before) => {
    paint.fillStyle = before;
    paint.fillStyle = colour; // changes nothing when it is no colour
    return paint.fillStyle;
  });
  return read[0] === read[1] && /^#[0-9a-f]{6}$/.test(read[0]) ? read[0] : undefined;
}

const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

function luminance(colour) {
  const [r, g, b] = parts(colour).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const mix = (one, other, share) =>
  `#${parts(one).map((part, at) => Math.round(part * share + parts(other)[at] * (1 - share)).toString(16).padStart(2, '0')).join('')}`;

/** What is shown for a name now, told or ours. */
function shown(name) {
  probe.style.color = `var(${NAMES[name]})`;
  return hex(getComputedStyle(probe).color);
}

const set = (name, colour) => root.style.setProperty(NAMES[name], colour);
const drop = (name) => root.style.removeProperty(NAMES[name]);
const stands = (name, ground, least) => contrast(shown(name), shown(ground)) >= least;
const onBoth = (name, least) => stands(name, 'page', least) && stands(name, 'card', least);

/** What was told before counts no more; the scheme is the told one, else that of the page's colour. */
export function dress({ theme, colours }, usual) {
  OURS.forEach((property) => root.style.removeProperty(property));
  const told = Object.fromEntries(Object.keys(NAMES).map((name) => [name, hex(colours?.[name])]).filter(([, colour]) => colour));
  const ground = told.page ?? told.card;
  const fits = ground && (contrast(ground, '#ffffff') > contrast(ground, '#000000') ? 'dark' : 'light');
  root.style.colorScheme = ['light', 'dark'].includes(theme) ? theme : fits ?? usual;
  Object.entries(told).forEach(([name, colour]) => set(name, colour));

  if (!onBoth('text', TEXT)) drop('text');
  for (const under of ['page', 'card']) if (!stands('text', under, TEXT)) drop(under);
  for (const name of ['faint', 'accent']) {
    const least = name === 'faint' ? TEXT : MARK;
    if (!onBoth(name, least)) drop(name);
    if (!onBoth(name, least)) set(name, shown('text'));
  }
  if (!stands('line', 'card', EDGE)) drop('line');
  const accent = shown('accent');
  if (!stands('onAccent', 'accent', TEXT)) set('onAccent', contrast(accent, '#ffffff') >= TEXT ? '#ffffff' : '#000000');
  const soft = mix(accent, shown('card'), TINT);
  if (Object.keys(told).length && contrast(shown('text'), soft) >= TEXT) {
    root.style.setProperty('--soft', soft);
    root.style.setProperty('--soft-text', 'var(--text)');
  }
  const left = Object.keys(colours ?? {}).filter((name) => !told[name] || shown(name) !== told[name]);
  if (left.length) console.info(`Tandem: not taken from the host's colours, since they are no plain colours or could not be read: ${left.join(', ')}`);
}
