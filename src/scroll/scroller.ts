// When has the reader moved? Wakes the story up; which step is active, positions alone decide.

import scrollama from 'scrollama';

/** Heights that change by less are the address bar folding. */
const FOLDING = 120;
/** A page that has not moved for so long, in ms, rests. Where `scrollend` says so, a look now and then is enough. */
const REST = 'onscrollend' in globalThis ? 1500 : 300;

/**
 * Calls `wake` whenever a step may have crossed the reading line.
 *
 * @param steps the steps of the page in their order
 * @param line the distance of the reading line from the top of the window, in px, as it stands now
 */
export function scroller(steps: HTMLElement[], line: () => number, wake: () => void): void {
  if (steps.length === 0) return;
  const pixels = () => `${String(Math.round(line()))}px`;
  // One step is left as the other is entered: what the first call changed would have to be laid out for the second.
  let due: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(due);
    due = setTimeout(wake);
  };
  const scroll = deaf(() => scrollama().setup({ step: steps, offset: pixels() }))
    .onStepEnter(soon)
    .onStepExit(soon);
  let [width, height] = [innerWidth, innerHeight];
  const resized = () => {
    if (innerWidth === width && Math.abs(innerHeight - height) <= FOLDING) return;
    [width, height] = [innerWidth, innerHeight];
    // Its margins are computed once: without this its steps fire at the wrong place.
    scroll.offset(pixels());
    wake();
  };
  addEventListener('resize', resized);
  visualViewport?.addEventListener('resize', resized);
  // A jump can pass several steps between two frames; at its end everything has to be right. A page that comes back out of
  // the cache is as it was left: WebKit says so before it has scrolled there, which is too early to look.
  for (const event of ['scrollend', 'hashchange', 'load']) addEventListener(event, wake);
  note(wake);
}

/** scrollama asks at each scroll event which way it goes. Nobody wants to know: it is set up where it hears of none. */
function deaf<T>(setUp: () => T): T {
  document.addEventListener = () => undefined;
  const result = setUp();
  Reflect.deleteProperty(document, 'addEventListener');
  return result;
}

/**
 * Notes on the page that it scrolls, so that what moves by itself waits meanwhile. Nothing runs at single scroll events
 * but the first: `scrollend` tells the end, and a look now and then where that event is unknown or does not come.
 */
function note(rest: () => void): void {
  const root = document.documentElement;
  let looking: ReturnType<typeof setInterval> | undefined;
  const end = () => {
    clearInterval(looking);
    root.toggleAttribute('data-scrolling', false);
    addEventListener('scroll', begin, { once: true, passive: true });
  };
  const begin = () => {
    root.toggleAttribute('data-scrolling', true);
    let at = scrollY;
    looking = setInterval(() => {
      if (scrollY === at) {
        rest();
        end();
      }
      at = scrollY;
    }, REST);
  };
  addEventListener('scrollend', end);
  end();
}
