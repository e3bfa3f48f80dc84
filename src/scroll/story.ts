// Where is the reader? Decides from positions which step is active, and tells the stages, the bar and the address.

import type { Format } from '../layout/geometry.ts';
import { address } from './address.ts';
import { bar } from './bar.ts';
import { details } from './details.ts';
import { required } from './required.ts';
import { scroller } from './scroller.ts';
import { stage, type Stage } from './stage.ts';

const root = document.documentElement;
const stages = [...document.querySelectorAll<HTMLElement>('.scrolly')].map((scrolly) => ({
  scrolly,
  frame: required(scrolly, '.stage-frame'),
  steps: [...scrolly.querySelectorAll<HTMLElement>('.step')],
  stage: stageOf(scrolly),
}));
const steps = stages.flatMap((one) => one.steps);
const write = address(new Set(steps.map(({ id }) => id)));
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const style = getComputedStyle(root);

const controls = bar({
  steps,
  unroll(step, toggle) {
    const heading = step?.querySelector('h3');
    const before = heading?.getBoundingClientRect().top ?? 0;
    toggle();
    // What is read stays where it is, clear of the stage and on this side of the reading line.
    if (heading) {
      const place = Math.min(Math.max(before, covered() + 16), line() - 16);
      scrollBy({ top: heading.getBoundingClientRect().top - place, behavior: 'instant' });
    }
    update();
  },
  update,
});
const panel = details(stages);

/** A fault in one figure leaves the rest: its passage unrolls. */
function stageOf(scrolly: HTMLElement): Stage | null {
  try {
    return stage(scrolly);
  } catch {
    scrolly.toggleAttribute('data-unrolled', true);
    return null;
  }
}

/** Where a stage stands on top of its text, its height; beside the text or unrolled it covers nothing. */
const covered = () =>
  style.getPropertyValue('--beside').trim() === '1'
    ? 0
    : Math.max(0, ...stages.map(({ frame }) => frame.offsetHeight));

/** The reading line, in px from the top of the window: the middle of what the stage leaves free. */
function line(): number {
  const top = covered();
  return top + (innerHeight - top) / 2;
}

/** The last step whose top has passed the reading line. */
const passed = (all: readonly HTMLElement[], at: number) =>
  all.findLast((step) => step.getBoundingClientRect().top <= at);

function update(): void {
  // All that is read comes before anything is written: no layout is asked for twice.
  const at = line();
  const format: Format = style.getPropertyValue('--format').trim() === 'wide' ? 'wide' : 'page';
  const still = calm.matches || document.hidden || root.hasAttribute('data-paused');
  const last = passed(steps, at);
  const found = stages.map((one) => {
    const box = one.scrolly.getBoundingClientRect();
    return {
      ...one,
      // Before its first step a stage shows that one.
      step: passed(one.steps, at) ?? one.steps[0],
      isRead: box.top <= at && box.bottom >= at,
      inView: box.bottom > 0 && box.top < innerHeight,
      // Behind the story its last step is still the one that was read.
      near:
        one.steps.some((step) => step === last) || (box.bottom > -innerHeight && box.top < 2 * innerHeight),
      isStaged: one.frame.offsetHeight > 0,
    };
  });
  const read = found.find(({ isRead }) => isRead)?.step;
  for (const { stage: shown, frame, steps: own, step, inView, near, isStaged } of found) {
    frame.toggleAttribute('data-in-view', inView);
    for (const one of own) one.toggleAttribute('data-active', one === step);
    if (!step || !shown || !near || !isStaged) continue;
    shown.show(step, format, inView && !still);
    void shown.load(format);
  }
  panel.follow(read);
  controls.show(
    read,
    last,
    found.some(({ inView, isRead }) => inView || isRead),
  );
  write(read?.id ?? null);
}

scroller(steps, line, update);
// Stages that come near fetch their geometry; those that leave the view stop moving.
const views = [
  new IntersectionObserver(update, { rootMargin: '100% 0px' }),
  new IntersectionObserver(update),
];
for (const { scrolly } of stages) for (const view of views) view.observe(scrolly);
document.addEventListener('visibilitychange', update);
calm.addEventListener('change', update);
update();
root.toggleAttribute('data-ready', true);
