// What does the bar do? Contents, previous and next step, what counts, movement, and the unrolled view.

import { enter } from './address.ts';
import { required } from './required.ts';

const root = document.documentElement;

/** What the bar has to know and to have done. */
export interface Hosts {
  readonly steps: readonly HTMLElement[];
  /** Keeps the reader at a step while the arrangement is changed. */
  readonly unroll: (step: HTMLElement | undefined, toggle: () => void) => void;
  /** Asks for a look at where the reader is. */
  readonly update: () => void;
}

/** The bar of the page, shown from now on. */
export function bar({ steps, unroll, update }: Hosts) {
  const element = required(document, '.bar');
  const find = (selector: string) => required(element, selector);
  const [place, status, progress] = [find('.place'), find('.status'), find('.progress')];
  /** The step that is read; undefined outside the story. */
  let here: HTMLElement | undefined;
  /** The last one that was passed. */
  let last: HTMLElement | undefined;
  const words = element.dataset['step'] ?? '';
  element.hidden = false;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];

  const numbered = (index: number) =>
    words.replace('{step}', String(index + 1)).replace('{count}', String(steps.length));

  /** Before the story the next step is the first; behind a passage the previous one is its last. */
  function go(by: number): void {
    const index = here
      ? steps.indexOf(here) + by
      : last
        ? steps.indexOf(last) + Math.max(by, 0)
        : (by - 1) / 2;
    const step = steps[index];
    if (!step) return;
    enter(step.id);
    status.textContent = `${numbered(index)}: ${step.querySelector('h3')?.textContent ?? ''}`;
  }

  /** A switch of the page: what its buttons offer next is said by all of them. */
  function switched(name: string, attribute: string, change: (toggle: () => void) => void): void {
    const buttons = [...document.querySelectorAll<HTMLElement>(name)];
    for (const button of buttons)
      button.addEventListener('click', () => {
        change(() => root.toggleAttribute(attribute));
        for (const one of buttons)
          [one.textContent, one.dataset['other']] = [one.dataset['other'] ?? '', one.textContent];
      });
  }

  switched('.pause', 'data-paused', (toggle) => {
    toggle();
    update();
  });
  switched('.unroll', 'data-unrolled', (toggle) => {
    unroll(here, toggle);
  });
  find('select').addEventListener('change', ({ target }) => {
    const { value } = target as HTMLSelectElement;
    if (value) root.dataset['counts'] = value;
    else delete root.dataset['counts'];
    const sentence = value ? here?.querySelector(`.counted.${value}`)?.textContent : null;
    status.textContent = sentence ?? '';
  });
  element.addEventListener('click', ({ target }) => {
    const by = (target as HTMLElement).dataset['by'];
    if (by) go(Number(by));
  });
  element.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const own = (event.target as HTMLElement).closest('.panel, .sheet, select');
    if (by === undefined || own || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(by);
  });
  for (const link of links)
    link.addEventListener('click', (event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      link.closest<HTMLElement>('[popover]')?.hidePopover();
      enter(link.hash.slice(1), true);
    });

  return {
    /** Tells where the reader is. */
    show(step: HTMLElement | undefined, passed: HTMLElement | undefined, isReading: boolean): void {
      element.toggleAttribute('data-reading', isReading);
      here = step;
      last = passed;
      const index = step ? steps.indexOf(step) : -1;
      if (index >= 0) place.textContent = numbered(index);
      if (index >= 0) progress.style.scale = `${String((index + 1) / steps.length)} 1`;
      const chapter = step?.closest('.chapter')?.id;
      for (const link of links)
        if (link.hash === `#${chapter ?? ''}`) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
    },
  };
}
