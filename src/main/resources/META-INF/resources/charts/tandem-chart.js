// Draws an ECharts option in the colours of the page and redraws when size, scheme or option change.
class TandemChart extends HTMLElement {
  connectedCallback() {
    this.scheme = matchMedia('(prefers-color-scheme: dark)');
    this.redraw = () => this.draw(true);
    this.scheme.addEventListener('change', this.redraw);
    this.themeWatch = new MutationObserver(this.redraw);
    this.themeWatch.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style', 'class'] });
    this.sizeWatch = new ResizeObserver(() => this.chart?.resize());
    this.sizeWatch.observe(this);
    this.draw(true);
  }

  disconnectedCallback() {
    this.scheme.removeEventListener('change', this.redraw);
    this.themeWatch.disconnect();
    this.sizeWatch.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  set option(value) {
    this._option = value;
    this.draw(false);
  }

  get option() {
    return this._option;
  }

  colour(name, fallback) {
    const probe = document.createElement('span');
    probe.style.color = `var(${name}, ${fallback})`;
    probe.hidden = true;
    this.append(probe);
    const rgb = getComputedStyle(probe).color;
    probe.remove();
    // ECharts reads rgb() only: let a canvas turn any CSS colour into it
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    canvas.fillStyle = rgb;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return `rgba(${r},${g},${b},${a / 255})`;
  }

  draw(anew) {
    if (!this.isConnected || !this._option || !window.echarts) return;
    if (anew && this.chart) {
      this.chart.dispose();
      this.chart = undefined;
    }
    if (!this.chart) {
      this.chart = window.echarts.init(this, null, { renderer: 'svg' });
      this.chart.on('click', (point) =>
        this.dispatchEvent(new CustomEvent('point-click', { detail: { series: point.seriesName ?? '', name: point.name ?? '' } })));
    }
    const text = this.colour('--vaadin-text-color', '#222');
    const faint = this.colour('--vaadin-text-color-secondary', '#666');
    const line = this.colour('--vaadin-border-color-secondary', '#ddd');
    const surface = this.colour('--tandem-surface', '#fff');
    const palette = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => this.colour(`--tandem-chart-${i}`, '#0b7a69'));
    const axis = (given) => {
      const one = (a) => ({
        ...a,
        axisLine: { lineStyle: { color: line }, ...a.axisLine },
        axisTick: { show: false, ...a.axisTick },
        axisLabel: { color: faint, hideOverlap: true, ...a.axisLabel },
        splitLine: { lineStyle: { color: line }, ...a.splitLine },
        nameTextStyle: { color: faint, ...a.nameTextStyle },
      });
      return Array.isArray(given) ? given.map(one) : one(given);
    };
    const option = {
      color: palette,
      backgroundColor: 'transparent',
      animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300,
      ...this._option,
      textStyle: { fontFamily: getComputedStyle(this).fontFamily, color: text, ...this._option.textStyle },
      tooltip: { confine: true, backgroundColor: surface, borderColor: line, textStyle: { color: text }, ...this._option.tooltip },
    };
    if (option.legend) option.legend = { textStyle: { color: faint }, icon: 'roundRect', top: 0, bottom: 'auto', ...option.legend };
    if (option.xAxis) option.xAxis = axis(option.xAxis);
    if (option.yAxis) option.yAxis = axis(option.yAxis);
    // without the outline that makes figures unreadable on dark
    option.series = option.series?.map((one) => (one.label ? { ...one, label: { color: text, textBorderWidth: 0, ...one.label } } : one));
    if (option.visualMap) option.visualMap = { textStyle: { color: faint }, ...option.visualMap };
    this.chart.setOption(option, true);
  }
}

if (!customElements.get('tandem-chart')) customElements.define('tandem-chart', TandemChart);
