// What does the story tell, and what does the reader see of it? Everything is read from the pages, nothing is known before.

import { expect } from 'vitest';
import type { Driver } from './driver.ts';

export type Format = 'page' | 'wide';

/** A step of the story and the scene it names: <chart>/<scene>. */
export interface Step {
  readonly id: string;
  readonly scene: string;
}

/** What the reader sees on a stage. */
export interface Sight {
  /** The step that is read, worked out from positions alone; null where no stage stands. */
  readonly step: string | null;
  /** The story's script holds it for the active one. */
  readonly active: boolean;
  readonly format: Format;
  /** The scene whose drawing is there as the build wrote it; null as long as something moves. */
  readonly shows: string | null;
}

export interface Story {
  readonly steps: readonly Step[];
  readonly sight: () => Promise<Sight>;
  /** The steps whose drawing is on a stage in this window. */
  readonly staged: () => Promise<readonly Step[]>;
  /** Scrolls at once until a step stands at the reading line. */
  readonly scrollTo: (step: Step) => Promise<void>;
  /** Turns the wheel, and waits until the page has scrolled as far, or has come to its end. */
  readonly scroll: (deltaY: number) => Promise<void>;
  /** Waits until a step is read and its drawing is on the stage; where it has no stage, until its still is in view. */
  readonly expectStep: (step: Step, format: Format) => Promise<void>;
  /** Waits until the stage, if there is one at the reading line, shows the step that is read. */
  readonly expectRest: () => Promise<Sight>;
}

/** Reads the steps of the story and the drawings of its charts. */
export async function story(page: Driver): Promise<Story> {
  await page.open('/');
  const steps = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.step')].map(({ id, dataset, parentElement }) => {
      const geometry = parentElement?.closest<HTMLElement>('.scrolly')?.dataset['page'] ?? '';
      return { id, scene: `${/grafik\/([^/]+)\//.exec(geometry)?.[1] ?? ''}/${dataset['scene'] ?? ''}` };
    }),
  );
  const drawings = new Map<string, string>();
  for (const chart of new Set(steps.map(({ scene }) => scene.split('/')[0] ?? ''))) {
    await page.open(`/grafik/${chart}/`);
    for (const [scene, format, paths] of await built(page))
      drawings.set(`${chart}/${scene} ${format}`, paths);
  }
  for (const { scene } of steps)
    for (const format of ['page', 'wide'])
      expect(drawings.get(`${scene} ${format}`)?.length, `the drawing of ${scene}`).toBeGreaterThan(100);
  await page.open('/');

  async function sight(): Promise<Sight> {
    const { step, active, format, paths } = await look(page);
    const scene = steps.find(({ id }) => id === step)?.scene;
    const same = scene !== undefined && drawings.get(`${scene} ${format}`) === paths;
    const other = [...drawings].find(([, drawn]) => drawn === paths)?.[0].split(' ')[0];
    return { step, active, format, shows: same ? scene : (other ?? null) };
  }

  const staged = () =>
    page.evaluate((all) => {
      const isStaged = (id: string) => {
        const frame = document.getElementById(id)?.closest('.scrolly')?.querySelector('.stage-frame');
        return !!frame && getComputedStyle(frame).display !== 'none';
      };
      return all.filter(({ id }) => isStaged(id));
    }, steps);

  return {
    steps,
    sight,
    staged,
    scrollTo: ({ id }) =>
      page.evaluate((step) => {
        const box = document.getElementById(step)?.getBoundingClientRect();
        if (box) scrollBy({ top: box.top + box.height / 2 - innerHeight * 0.6, behavior: 'instant' });
      }, id),
    async scroll(deltaY) {
      const aim = await page.evaluate((delta) => {
        const most = document.documentElement.scrollHeight - innerHeight;
        return Math.min(most, Math.max(0, scrollY + delta));
      }, deltaY);
      await page.wheel(deltaY);
      await expect.poll(() => page.evaluate((y) => Math.abs(scrollY - y), aim)).toBeLessThanOrEqual(2);
    },
    async expectStep({ id, scene }, format) {
      if ((await staged()).some((step) => step.id === id))
        await expect.poll(sight).toEqual({ step: id, active: true, format, shows: scene });
      else await expect.poll(() => still(page, id)).toBe(drawings.get(`${scene} page`));
    },
    async expectRest() {
      await expect
        .poll(async () => {
          const { step, shows } = await sight();
          return { step, shows };
        })
        .toSatisfy(
          ({ step, shows }: Sight) => step === null || shows === steps.find(({ id }) => id === step)?.scene,
        );
      return sight();
    },
  };
}

/** The paths of each scene as the build wrote them on the page of the chart. */
const built = (page: Driver) =>
  page.evaluate(() =>
    [...document.querySelectorAll('section.scene')].flatMap((section) =>
      (['page', 'wide'] as const).map((format): [scene: string, format: Format, paths: string] => [
        section.id,
        format,
        JSON.stringify(
          [...section.querySelectorAll(`.drawing.${format} path`)].map((path) =>
            ['class', 'd', 'stroke-dasharray'].map((name) => path.getAttribute(name)),
          ),
        ),
      ]),
    ),
  );

/** The paths of the still behind a step, if they are to be seen in the window. */
const still = (page: Driver, step: string) =>
  page.evaluate((id) => {
    const drawing = document.getElementById(id)?.querySelector('.still .drawing');
    const box = drawing?.getBoundingClientRect();
    // Those of steps with a stage are clipped to a pixel.
    if (!drawing || !box || box.width < 100 || box.bottom < 0 || box.top > innerHeight) return null;
    return JSON.stringify(
      [...drawing.querySelectorAll('path')].map((path) =>
        ['class', 'd', 'stroke-dasharray'].map((name) => path.getAttribute(name)),
      ),
    );
  }, step);

/** The step at the reading line of a stage, and what is on that stage, from positions and styles alone. */
const look = (page: Driver) =>
  page.evaluate(() => {
    for (const scrolly of document.querySelectorAll('.scrolly')) {
      const frame = scrolly.querySelector('.stage-frame');
      const steps = scrolly.querySelector('.steps');
      if (!frame || !steps || getComputedStyle(frame).display === 'none') continue;
      const stage = frame.getBoundingClientRect();
      const covered = stage.left >= steps.getBoundingClientRect().right ? 0 : stage.height;
      const line = covered + (innerHeight - covered) / 2;
      const { top, bottom } = scrolly.getBoundingClientRect();
      if (top > line || bottom < line) continue;
      const all = [...scrolly.querySelectorAll('.step')];
      const step = all.findLast((one) => one.getBoundingClientRect().top <= line) ?? all[0];
      const wide = frame.querySelector('.drawing.wide');
      const format: 'page' | 'wide' = wide && getComputedStyle(wide).display !== 'none' ? 'wide' : 'page';
      return {
        step: step?.id ?? null,
        active: step?.hasAttribute('data-active') ?? false,
        format,
        paths: frame.querySelector('.stage')?.hasAttribute('data-rests')
          ? JSON.stringify(
              [...frame.querySelectorAll(`.drawing.${format} path`)].map((path) =>
                ['class', 'd', 'stroke-dasharray'].map((name) => path.getAttribute(name)),
              ),
            )
          : null,
      };
    }
    return { step: null, active: false, format: 'page' as const, paths: null };
  });
