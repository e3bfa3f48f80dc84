// When has the reader moved? Wakes the story up; which step is active, positions alone decide.

import scrollama from 'scrollama';

/** Heights that change by less are the address bar folding. */
const FOLDING = 120;

/**
 * Calls `wake` whenever a step may have crossed the reading line.
 *
 * @param steps the steps of the page in their order
 * @param line the distance of the reading line from the top of the window, in px, as it stands now
 */
export function scroller(steps: HTMLElement[], line: () => number, wake: () => void): void {
  if (steps.length === 0) return;
  const pixels = () => `${String(Math.round(line()))}px`;
  const scroll = scrollama().setup({ step: steps, offset: pixels() }).onStepEnter(wake).onStepExit(wake);
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
  // A jump can pass several steps between two frames; at its end everything has to be right. Not every browser tells that
  // end (`scrollend`), and WebKit turns back to a page before it scrolls to where the reader was.
  for (const event of ['scroll', 'hashchange', 'pageshow', 'load']) addEventListener(event, wake);
}
