// Which step does the address name? It follows the reading without filling the history.

/** The address is written when reading has rested this long, in ms: browsers refuse more than a few writes a second. */
const REST = 250;

/**
 * Writes the id of the step that is read behind the address; null takes it away. Addresses of other things, such as
 * notes, are left alone until a step is read.
 */
export function address(steps: ReadonlySet<string>): (step: string | null) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (step) => {
    clearTimeout(waiting);
    // Outside the story is also where some browsers are for a moment when they come back to a page.
    const rest = step === null ? 4 * REST : REST;
    waiting = setTimeout(() => {
      const hash = step === null ? '' : `#${step}`;
      const foreign = step === null && !steps.has(location.hash.slice(1));
      if (foreign || hash === location.hash) return;
      history.replaceState(history.state, '', location.pathname + location.search + hash);
    }, rest);
  };
}

/** Goes to a place of the page in the same entry of the history; `focuses` takes the focus there. */
export function enter(id: string, focuses = false): void {
  const place = document.getElementById(id);
  // Following a link to it would take the focus from the button that was pressed.
  history.replaceState(history.state, '', `#${id}`);
  place?.scrollIntoView({ behavior: 'instant' });
  if (focuses) place?.focus({ preventScroll: true });
}
