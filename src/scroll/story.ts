// Where is the reader? Decides from positions which step is active, and tells the stage and the address.

import type { Format } from '../layout/geometry.ts';
import { address } from './address.ts';
import { scroller } from './scroller.ts';
import { stage } from './stage.ts';

const root = document.documentElement;
const stages = [...document.querySelectorAll<HTMLElement>('.scrolly')].map((scrolly) => ({
  scrolly,
  stage: stage(scrolly),
  steps: [...scrolly.querySelectorAll<HTMLElement>('.step')],
  frame: scrolly.querySelector<HTMLElement>('.stage-frame'),
}));
const write = address(new Set(stages.flatMap(({ steps }) => steps.map(({ id }) => id))));
const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** The reading line, in px from the top of the window: the middle of what the stage leaves free. */
function line(): number {
  const frame = stages[0]?.frame;
  const beside = getComputedStyle(root).getPropertyValue('--beside').trim() === '1';
  const covered = frame && !beside ? frame.offsetHeight : 0;
  return covered + (innerHeight - covered) / 2;
}

/** The last step whose top has passed the reading line; before the first one, the first. */
function active(steps: readonly HTMLElement[], at: number): HTMLElement | undefined {
  return steps.findLast((step) => step.getBoundingClientRect().top <= at) ?? steps[0];
}

function update(): void {
  const at = line();
  const format: Format =
    getComputedStyle(root).getPropertyValue('--format').trim() === 'wide' ? 'wide' : 'page';
  let read: string | null = null;
  // Everything is asked before anything is set: a question after a change would wait for a layout.
  const places = stages.map(({ scrolly, steps, frame }) => ({
    step: active(steps, at),
    box: scrolly.getBoundingClientRect(),
    place: frame?.getBoundingClientRect(),
  }));
  for (const [index, { stage: shown, steps }] of stages.entries()) {
    const { step, box, place } = places[index] ?? {};
    if (!step || !box || !place) continue;
    const inView = place.bottom > 0 && place.top < innerHeight;
    const still = calm.matches || document.hidden || root.hasAttribute('data-paused');
    shown.show(step, format, inView && !still);
    for (const one of steps) one.toggleAttribute('data-active', one === step);
    if (box.top <= at && box.bottom >= at) read = step.id;
  }
  write(read);
}

const buttons = document.querySelectorAll<HTMLButtonElement>('.pause');
for (const button of buttons) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const paused = root.toggleAttribute('data-paused');
    for (const one of buttons) one.textContent = one.dataset[paused ? 'resume' : 'pause'] ?? '';
  });
}

scroller(
  stages.flatMap(({ steps }) => steps),
  line,
  update,
);
update();
root.toggleAttribute('data-ready', true);
