// Tells how long the page was in front, without cookies: a random visitor per visit, a part when it
// has been read for three seconds (so that machines that scan links do not count) and one when it is left.
(() => {
  const report = document.currentScript?.dataset.report;
  if (!report || !window.crypto?.getRandomValues) return;
  const visitor = [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
  let part = 0;
  let seconds = 0;
  let since = document.visibilityState === 'visible' ? performance.now() : undefined;
  const pause = () => {
    if (since !== undefined) seconds += (performance.now() - since) / 1000;
    since = undefined;
  };
  const send = () => {
    const body = JSON.stringify({ visitor, part: ++part, seconds: Math.round(seconds * 10) / 10 });
    seconds = 0;
    navigator.sendBeacon(report, new Blob([body], { type: 'application/json' }));
  };
  const seen = setInterval(() => {
    if (since === undefined || seconds + (performance.now() - since) / 1000 < 3) return;
    clearInterval(seen);
    pause();
    since = performance.now();
    send();
  }, 500);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      since ??= performance.now();
      return;
    }
    pause();
    if (part > 0 && seconds >= 1 && part < 100) send();
  });
})();
