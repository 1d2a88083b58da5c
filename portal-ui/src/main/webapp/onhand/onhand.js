/* What the browser does by itself: theme, folded navigation, times that age, charts. */
(function () {
  'use strict';
  const root = document.documentElement;
  const memory = storage => ({
    get(key) { try { return storage().getItem('onhand.' + key); } catch (e) { return null; } },
    set(key, value) { try { value === null ? storage().removeItem('onhand.' + key) : storage().setItem('onhand.' + key, value); } catch (e) { /* private window: not remembered */ } }
  });
  const store = memory(() => localStorage);
  const ofThisTab = memory(() => sessionStorage);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  function paint() {
    const chosen = store.get('theme') || 'system';
    root.setAttribute('theme', chosen === 'dark' || (chosen === 'system' && dark.matches) ? 'dark' : 'light');
    window.dispatchEvent(new Event('onhand-theme'));
  }
  dark.addEventListener('change', paint);
  paint();

  /* The navigation is folded on narrow windows, unless somebody decided. */
  const narrow = window.matchMedia('(max-width: 1100px)');
  function foldAsChosen() {
    const chosen = store.get('nav');
    if (chosen === 'icons' || (chosen === null && narrow.matches)) root.dataset.nav = 'icons'; else delete root.dataset.nav;
  }
  narrow.addEventListener('change', foldAsChosen);
  foldAsChosen();

  window.onhand = {
    theme(name) { store.set('theme', name === 'system' ? null : name); paint(); },
    language(code) { document.cookie = 'onhand-language=' + code + ';path=/;max-age=31536000;samesite=lax'; location.reload(); },
    fold() {
      const icons = root.dataset.nav === 'icons';
      if (icons) delete root.dataset.nav; else root.dataset.nav = 'icons';
      store.set('nav', icons ? 'open' : 'icons');
    },
    side(open) { if (open) root.dataset.side = 'open'; else delete root.dataset.side; }
  };
  document.addEventListener('click', e => {
    if (root.dataset.side === 'open' && (!e.target.closest('.side') || e.target.closest('.side a'))) window.onhand.side(false);
  }, true);

  /* j and k: to what stands after and before this in the list, unless somebody types or a dialog is open. */
  document.addEventListener('keydown', e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || document.querySelector('vaadin-dialog-overlay[opened]')) return;
    const at = e.composedPath()[0];
    if (at instanceof Element && (at.isContentEditable || at.closest('input, textarea, select'))) return;
    const step = document.querySelector('a[data-key="' + CSS.escape(e.key) + '"]');
    if (step) { e.preventDefault(); step.click(); }
  });

  /*
   * Vaadin shows this frame when the server did not open the screen. It is asked for again as soon as the server answers,
   * the more rarely the more often that was in vain within a minute.
   */
  function openedAgain() {
    const last = JSON.parse(ofThisTab.get('opened-again'));
    return last && Date.now() - last.at < 60000 ? last.times : 0;
  }
  async function openAgain() {
    try {
      const answer = await fetch(new URL('onhand/icon.svg', document.baseURI), { cache: 'no-store' });
      if (answer.ok) {
        ofThisTab.set('opened-again', JSON.stringify({ times: openedAgain() + 1, at: Date.now() }));
        location.reload();
        return;
      }
    } catch (e) { /* not there yet */ }
    setTimeout(openAgain, 2000);
  }
  const missed = setInterval(() => {
    if (!document.querySelector('iframe[src$="offline-stub.html"]')) return;
    clearInterval(missed);
    setTimeout(openAgain, Math.min(30000, 1000 * 2 ** openedAgain()));
  }, 500);

  /* In that frame: who will not wait asks for the page around it, and not for the first one. */
  if (window.parent !== window) document.addEventListener('click', e => {
    if (e.target.closest('a[target="_top"]')) { e.preventDefault(); window.parent.location.reload(); }
  });

  /* <onhand-ago at="2026-01-01T00:00:00Z">: how long ago, ageing by itself; the exact instant on hover. */
  const zone = () => root.dataset.zone || undefined;
  const lang = () => root.lang || 'en';
  const kept = new Map();
  function format(kind, make) { const key = kind + lang() + zone(); if (!kept.has(key)) kept.set(key, make()); return kept.get(key); }
  const relative = () => format('r', () => new Intl.RelativeTimeFormat(lang(), { numeric: 'always', style: 'short' }));
  const exact = () => format('e', () => new Intl.DateTimeFormat(lang(), { timeZone: zone(), dateStyle: 'medium', timeStyle: 'long' }));
  const day = () => format('d', () => new Intl.DateTimeFormat(lang(), { timeZone: zone(), month: 'short', day: 'numeric' }));
  function ago(then) {
    const s = Math.round((Date.now() - then) / 1000);
    if (s < 60) return relative().format(-Math.max(s, 1), 'second');
    if (s < 3600) return relative().format(-Math.round(s / 60), 'minute');
    if (s < 86400) return relative().format(-Math.round(s / 3600), 'hour');
    return day().format(then);
  }
  class Ago extends HTMLElement {
    static get observedAttributes() { return ['at']; }
    connectedCallback() { Ago.all.add(this); this.show(); }
    disconnectedCallback() { Ago.all.delete(this); }
    attributeChangedCallback() { if (this.isConnected) this.show(); }
    show() {
      const then = Date.parse(this.getAttribute('at') || '');
      if (isNaN(then)) { if (this.textContent !== '—') this.textContent = '—'; return; }
      const text = ago(then);
      if (this.textContent !== text) this.textContent = text;
      const title = exact().format(then);
      if (this.title !== title) this.title = title;
    }
  }
  Ago.all = new Set();
  setInterval(() => { if (!document.hidden) Ago.all.forEach(a => a.show()); }, 1000);
  customElements.define('onhand-ago', Ago);

  /* <onhand-chart>: property `option` is an ECharts option as JSON; colours come from the theme. */
  let library;
  function echarts() {
    return library || (library = new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = new URL('webjars/echarts/5.5.0/echarts.min.js', document.baseURI).href;
      script.onload = () => done(window.echarts);
      script.onerror = failed;
      document.head.append(script);
    }));
  }
  class Chart extends HTMLElement {
    set option(json) { this.json = json; this.draw(); }
    get option() { return this.json; }
    connectedCallback() {
      this.setAttribute('aria-hidden', 'true');
      this.resized = new ResizeObserver(() => this.chart && this.chart.resize());
      this.resized.observe(this);
      this.themed = () => this.draw(true);
      window.addEventListener('onhand-theme', this.themed);
      this.draw();
    }
    disconnectedCallback() {
      this.resized.disconnect();
      window.removeEventListener('onhand-theme', this.themed);
      if (this.chart) { this.chart.dispose(); this.chart = null; }
    }
    async draw(anew) {
      if (!this.json || !this.isConnected) return;
      const lib = await echarts();
      if (!this.isConnected) return;
      const css = getComputedStyle(root);
      const v = name => css.getPropertyValue(name).trim();
      const option = JSON.parse(this.json.replace(/"var\((--[a-z0-9-]+)\)"/g, (m, name) => JSON.stringify(v(name))));
      const text = { color: v('--ink-3'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 };
      option.textStyle = text;
      option.animationDuration = 250;
      for (const axis of ['xAxis', 'yAxis']) for (const a of [].concat(option[axis] || [])) {
        a.axisLabel = Object.assign({ color: v('--ink-3') }, a.axisLabel);
        a.axisLine = Object.assign({ lineStyle: { color: v('--line-strong') } }, a.axisLine);
        a.splitLine = Object.assign({ lineStyle: { color: v('--line') } }, a.splitLine);
        a.nameTextStyle = { color: v('--ink-3') };
      }
      if (option.legend) option.legend.textStyle = { color: v('--ink-2') };
      option.tooltip = Object.assign({ backgroundColor: v('--raised'), borderColor: v('--line'), textStyle: { color: v('--ink'), fontSize: 13 } }, option.tooltip);
      if (!this.chart) this.chart = lib.init(this, null, { renderer: 'svg' });
      this.chart.setOption(option, !!anew);
    }
  }
  customElements.define('onhand-chart', Chart);
})();
