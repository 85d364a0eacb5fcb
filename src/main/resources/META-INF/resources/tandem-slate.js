// A list of cards: says which were really seen, moves between them by keyboard, copies links.
class TandemSlate extends HTMLElement {
  connectedCallback() {
    this.seen ??= new Set();
    this.waiting ??= new Map();
    this.sight = new IntersectionObserver((entries) => entries.forEach((entry) => this.look(entry)), { threshold: [0, 0.25, 0.5, 0.75, 1] });
    this.changes = new MutationObserver(() => this.watch());
    this.changes.observe(this, { childList: true });
    this.hidden_ = () => {
      if (document.visibilityState !== 'visible') this.forget();
      else this.again();
    };
    document.addEventListener('visibilitychange', this.hidden_);
    if (!this.listening) {
      this.listening = true;
      this.addEventListener('keydown', (event) => this.key(event));
      this.addEventListener('click', (event) => this.click(event), true);
      this.addEventListener('error', (event) => event.target.localName === 'img' && (event.target.hidden = true), true);
    }
    this.watch();
  }

  disconnectedCallback() {
    this.sight.disconnect();
    this.changes.disconnect();
    document.removeEventListener('visibilitychange', this.hidden_);
    this.forget();
  }

  get cards() {
    return [...this.querySelectorAll('[data-asset]')].filter((card) => !card.hidden && card.offsetParent);
  }

  watch() {
    for (const card of this.querySelectorAll('[data-asset]')) {
      if (card.watched) continue;
      card.watched = true;
      this.sight.observe(card);
      for (const img of card.querySelectorAll('img')) if (img.complete && !img.naturalWidth) img.hidden = true;
    }
  }

  again() {
    for (const card of this.querySelectorAll('[data-asset]')) {
      this.sight.unobserve(card);
      this.sight.observe(card);
    }
  }

  // seen: half of the card, or as much of it as fills half of the window, for a second without a break;
  // for two while words are being typed
  look({ target, isIntersecting, intersectionRatio, intersectionRect, rootBounds }) {
    const key = `${target.dataset.slate} ${target.dataset.asset}`;
    const half = isIntersecting && (intersectionRatio >= 0.5 || (rootBounds && intersectionRect.height >= rootBounds.height / 2));
    if (!half || document.visibilityState !== 'visible') {
      clearTimeout(this.waiting.get(key));
      this.waiting.delete(key);
      return;
    }
    if (this.seen.has(key) || this.waiting.has(key)) return;
    this.waiting.set(
      key,
      setTimeout(() => {
        this.waiting.delete(key);
        this.seen.add(key);
        this.tell(target.dataset.slate, target.dataset.asset);
      }, this.hasAttribute('data-typing') ? 2000 : 1000),
    );
  }

  // what was seen within the same moment goes in one message
  tell(slate, asset) {
    this.outbox ??= new Map();
    if (!this.outbox.has(slate)) this.outbox.set(slate, []);
    this.outbox.get(slate).push(asset);
    clearTimeout(this.sending);
    this.sending = setTimeout(() => {
      this.outbox.forEach((assets, of) => this.dispatchEvent(new CustomEvent('cards-seen', { detail: { slate: of, assets: assets.join(' ') } })));
      this.outbox.clear();
    }, 250);
  }

  forget() {
    this.waiting.forEach((timer) => clearTimeout(timer));
    this.waiting.clear();
  }

  focusFirst() {
    this.cards[0]?.focus();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const card = event.target.closest('[data-asset]');
    if (!card || event.target.closest('input, textarea, select, vaadin-combo-box, vaadin-text-field')) return;
    const action = { s: 'send', c: 'copy', h: 'helpful', x: 'dismiss', d: 'download', o: 'open' }[event.key];
    if (action) {
      const button = card.querySelector(`[data-action="${action}"]:not([disabled])`);
      if (!button) return;
      event.preventDefault();
      event.stopPropagation();
      button.click();
      return;
    }
    if (event.key === 'Enter' && event.target === card) {
      event.preventDefault();
      card.querySelector('[data-action="open"]')?.click();
      return;
    }
    const cards = this.cards;
    const at = cards.indexOf(card);
    const next = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: cards.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (next < 0) {
      this.dispatchEvent(new CustomEvent('left-upwards'));
      return;
    }
    cards[Math.min(next, cards.length - 1)]?.focus();
  }

  click(event) {
    const title = event.target.closest('a.slate-title');
    if (title && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      title.closest('[data-asset]').querySelector('[data-action="open"]')?.click();
      return;
    }
    const copy = event.target.closest('[data-copy]');
    if (copy) tandemCopy(copy.dataset.copy);
  }
}

// The clipboard belongs to secure pages; where Tandem runs without TLS, the old way still works.
async function tandemCopy(link) {
  const text = /^[a-z]+:/i.test(link) ? link : new URL(link, document.baseURI).href;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.style.position = 'fixed';
    field.style.opacity = '0';
    // inside an open dialog, since focus cannot leave it
    (document.activeElement?.closest('vaadin-dialog') ?? document.body).append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}
window.tandemCopy = tandemCopy;

if (!customElements.get('tandem-slate')) customElements.define('tandem-slate', TandemSlate);
