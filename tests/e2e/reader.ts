// A reader for the tests: what steps there are, which one is read, what its stage shows and ought to show.

import { readdirSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** A step of the article as the page has it. */
export interface Step {
  readonly id: string;
  readonly chart: string;
  readonly scene: string;
  /** Whether a stage shows it at the present size; otherwise its figure stands behind it. */
  readonly isStaged: boolean;
}

export type Format = 'page' | 'wide';

type Drawn = readonly {
  readonly className: string | null;
  readonly d: string | null;
  readonly dash: string | null;
}[];

/** All steps, in the order of reading. */
export const steps = (page: Page): Promise<Step[]> =>
  page.locator('.step').evaluateAll((all) =>
    all.map((step) => {
      const scrolly = step.closest<HTMLElement>('.scrolly');
      return {
        id: step.id,
        chart: /grafik\/([^/]+)\//.exec(scrolly?.dataset['page'] ?? '')?.[1] ?? '',
        scene: (step as HTMLElement).dataset['scene'] ?? '',
        isStaged: (scrolly?.querySelector<HTMLElement>('.stage-frame')?.offsetHeight ?? 0) > 0,
      };
    }),
  );

/** What was read of the pages of the charts, which no test changes. */
const known = new Map<Format, Map<string, Drawn>>();

/** The paths of every scene of the article as the build wrote them on the pages of the charts, by chart/scene. */
export async function built(page: Page, format: Format): Promise<Map<string, Drawn>> {
  const before = known.get(format);
  if (before) return before;
  await page.goto('/');
  const charts = [...new Set((await steps(page)).map(({ chart }) => chart))];
  const drawings = new Map<string, Drawn>();
  for (const chart of charts) {
    await page.goto(`/grafik/${chart}/`);
    const scenes = await page.locator('section.scene').evaluateAll(
      (sections, name) =>
        sections.map((section) => ({
          id: section.id,
          paths: [...section.querySelectorAll(`.drawing.${name} path`)].map((path) => ({
            className: path.getAttribute('class'),
            d: path.getAttribute('d'),
            dash: path.getAttribute('stroke-dasharray'),
          })),
        })),
      format,
    );
    for (const { id, paths } of scenes) drawings.set(`${chart}/${id}`, paths);
  }
  known.set(format, drawings);
  return drawings;
}

/** What the stage of a step shows. */
const onStage = (page: Page, id: string, format: Format): Promise<Drawn> =>
  page.evaluate(
    ([step, name]) =>
      [
        ...(document
          .getElementById(step)
          ?.closest('.scrolly')
          ?.querySelectorAll(`.stage[data-rests] .drawing.${name} path`) ?? []),
      ].map((path) => ({
        className: path.getAttribute('class'),
        d: path.getAttribute('d'),
        dash: path.getAttribute('stroke-dasharray'),
      })),
    [id, format] as const,
  );

/** The line that says which step is read, worked out from the positions on the page alone. */
const readingLine = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const frames = [...document.querySelectorAll<HTMLElement>('.stage-frame')].filter(
      (frame) => frame.offsetHeight > 0,
    );
    const beside = frames.some(
      (frame) => frame.offsetLeft > (frame.nextElementSibling as HTMLElement).offsetLeft,
    );
    const covered = beside ? 0 : Math.max(0, ...frames.map(({ offsetHeight }) => offsetHeight));
    return covered + (innerHeight - covered) / 2;
  });

/** The step that stands at the reading line. */
export const read = async (page: Page): Promise<string> =>
  page.evaluate(
    (line) => {
      const all = [...document.querySelectorAll('.step')];
      return (all.findLast((step) => step.getBoundingClientRect().top <= line) ?? all[0])?.id ?? '';
    },
    await readingLine(page),
  );

/** Waits until the stage rests and shows what the build drew for the step that is read; gives that step. */
export async function expectStill(
  page: Page,
  drawings: ReadonlyMap<string, Drawn>,
  format: Format,
): Promise<string> {
  const all = await steps(page);
  let id = '';
  // The stage may still be on its way to the step: what counts is where it comes to rest.
  await expect
    .poll(async () => {
      id = await read(page);
      const step = all.find((one) => one.id === id);
      if (step?.isStaged === false) return true;
      const wanted = drawings.get(`${step?.chart ?? ''}/${step?.scene ?? ''}`);
      return (
        wanted !== undefined && JSON.stringify(await onStage(page, id, format)) === JSON.stringify(wanted)
      );
    })
    .toBe(true);
  return id;
}

/**
 * Scrolls to each place in turn, as far from the top of the page as it says, and waits until the stage rests there; gives
 * the steps that were read, and the places where the stage did not come to show the step that is read.
 */
export async function expectStills(
  page: Page,
  drawings: ReadonlyMap<string, Drawn>,
  format: Format,
  places: readonly number[],
): Promise<Set<string>> {
  const all = await steps(page);
  const wanted = all.map(({ id, chart, scene, isStaged }) => ({
    id,
    isStaged,
    paths: JSON.stringify(drawings.get(`${chart}/${scene}`)?.map(({ className, d }) => [className, d])),
  }));
  const results = await page.evaluate(
    async ([list, ys, name, line]) => {
      const found: { y: number; id: string; rests: boolean }[] = [];
      for (const y of ys) {
        window.scrollTo({ top: y, behavior: 'instant' });
        const read =
          list.findLast(
            ({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? 0) <= line,
          ) ?? list[0];
        const stage = document
          .getElementById(read?.id ?? '')
          ?.closest('.scrolly')
          ?.querySelector('.stage');
        const isStill = () =>
          read?.isStaged === false ||
          (stage?.hasAttribute('data-rests') === true &&
            JSON.stringify(
              [...stage.querySelectorAll(`.drawing.${name} path`)].map((path) => [
                path.getAttribute('class'),
                path.getAttribute('d'),
              ]),
            ) === read?.paths);
        const until = performance.now() + 5000;
        while (!isStill() && performance.now() < until) await new Promise(requestAnimationFrame);
        found.push({ y, id: read?.id ?? '', rests: isStill() });
      }
      return found;
    },
    [wanted, places, format, await readingLine(page)] as const,
  );
  expect(results.filter(({ rests }) => !rests)).toEqual([]);
  return new Set(results.map(({ id }) => id));
}

/** Waits until the reader has got to a step, then for its still. */
export async function expectStep(
  page: Page,
  drawings: ReadonlyMap<string, Drawn>,
  format: Format,
  id: string,
): Promise<void> {
  await expect.poll(() => read(page)).toBe(id);
  expect(await expectStill(page, drawings, format)).toBe(id);
}

/** Scrolls until a step stands at the reading line. */
export const scrollTo = (page: Page, id: string): Promise<void> =>
  page.evaluate((step) => {
    const box = document.getElementById(step)?.getBoundingClientRect();
    if (box)
      scrollBy({ top: box.top + Math.min(box.height / 2, 300) - innerHeight * 0.6, behavior: 'instant' });
  }, id);

/** Collects what goes wrong on a page from now on: errors of scripts and of the console. */
export function faults(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', ({ message }) => found.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  return found;
}

/** The page of every chart there is. */
export const chartPages = () =>
  readdirSync(new URL('../../content/charts/', import.meta.url)).map(
    (file) => `/grafik/${file.replace(/\.yaml$/, '')}/`,
  );
