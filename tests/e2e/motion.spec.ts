// Is what moves light, and does nothing run while nothing moves? Counts only; scripts/bench/scroll.ts takes times.

import { expect, test, type Page } from '@playwright/test';

test.use({ viewport: { width: 1440, height: 900 } });

/** The heaviest passage of the story. */
const [before, after] = ['zwei-kunden', 'das-ganze-netz'] as const;
const MOST = 100;

declare global {
  interface Window {
    /** How often the page has asked for a frame, and what stood on the stage in each. */
    asked: number;
    moving: number[];
  }
}

/** Counts what the page asks frames for, and notes the hairlines that stand on the moving stage in each. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    window.asked = 0;
    window.moving = [];
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      ask((time) => {
        window.asked += 1;
        callback(time);
        const stage = [...document.querySelectorAll('.stage:not([data-rests])')].at(-1);
        const paths = [...(stage?.querySelectorAll('.drawing.wide .lines:not(.rails)') ?? [])];
        const counts = paths.map((path) => path.getAttribute('d')?.match(/M/g)?.length ?? 0);
        if (paths.length > 0) window.moving.push(counts.reduce((sum, count) => sum + count, 0));
      });
  });

const scrollTo = (page: Page, id: string) =>
  page.evaluate((step) => {
    const box = document.getElementById(step)?.getBoundingClientRect();
    if (box) scrollBy({ top: box.top + box.height / 2 - innerHeight * 0.6, behavior: 'instant' });
  }, id);

const stageOf = (page: Page, id: string) =>
  page.locator('.scrolly', { has: page.locator(`#${id}`) }).locator('.stage');

/** Waits until a stage rests, and the page too. */
async function rest(page: Page, id: string): Promise<void> {
  await expect(page.locator(`#${id}`)).toHaveAttribute('data-active', '');
  await expect(stageOf(page, id)).toHaveAttribute('data-rests', '');
  await expect(page.locator('html')).not.toHaveAttribute('data-scrolling');
}

test('at most about 100 hairlines move, and all of them rest', async ({ page }) => {
  await watch(page);
  await page.goto(`/#${before}`);
  await rest(page, before);
  await scrollTo(page, after);
  await rest(page, after);
  const moving = await page.evaluate(() => window.moving);
  expect(moving.length).toBeGreaterThan(5);
  expect(Math.max(...moving)).toBeLessThanOrEqual(MOST);
  const whole = await stageOf(page, after)
    .locator('.drawing.wide .lines')
    .evaluateAll((paths) =>
      paths.reduce((sum, path) => sum + (path.getAttribute('d')?.match(/M/g)?.length ?? 0), 0),
    );
  expect(whole).toBeGreaterThan(1.5 * MOST);
});

test('no frame is asked for while nothing moves', async ({ page }) => {
  await watch(page);
  await page.goto(`/#${before}`);
  await rest(page, before);
  const frames = await page.evaluate(() => window.asked);
  await page.mouse.move(700, 450);
  for (let turn = 0; turn < 5; turn++) {
    await page.mouse.wheel(0, 20);
    // The pace of a reader's hand: faster turns would be one scroll.
    await page.waitForTimeout(60);
  }
  await rest(page, before);
  // What must not happen has no condition to wait for: it is watched for a while.
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => window.asked)).toBe(frames);
  await scrollTo(page, after);
  await rest(page, after);
  const moved = await page.evaluate(() => window.asked);
  expect(moved).toBeGreaterThan(frames);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => window.asked)).toBe(moved);
});

test('dashes wait while the page scrolls, and go on afterwards', async ({ page }) => {
  await page.goto('/#der-ring-schliesst-sich');
  await rest(page, 'der-ring-schliesst-sich');
  const dash = page.locator('.stage-frame[data-in-view] .stage[data-rests] .drawing.wide .travel').first();
  const state = () => dash.evaluate((path) => getComputedStyle(path).animationPlayState);
  const offset = () => dash.evaluate((path) => getComputedStyle(path).strokeDashoffset);
  expect(await state()).toBe('running');
  const during = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        // A turn of the wheel may be over within a frame.
        new MutationObserver(() => {
          const path = document.querySelector(
            '.stage-frame[data-in-view] .stage[data-rests] .drawing.wide .travel',
          );
          if (path && document.documentElement.hasAttribute('data-scrolling'))
            resolve(getComputedStyle(path).animationPlayState);
        }).observe(document.documentElement, { attributes: true });
      }),
  );
  await page.mouse.move(700, 450);
  await page.mouse.wheel(0, 100);
  expect(await during).toBe('paused');
  await expect(page.locator('html')).not.toHaveAttribute('data-scrolling');
  await expect.poll(state).toBe('running');
  const first = await offset();
  await expect.poll(offset).not.toBe(first);
});

test('the page says that it rests where no event does', async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener(
      'scrollend',
      (event) => {
        event.stopImmediatePropagation();
      },
      true,
    );
  });
  await page.goto(`/#${before}`);
  await scrollTo(page, after);
  await expect(page.locator('html')).toHaveAttribute('data-scrolling');
  await rest(page, after);
});

test('no handler runs at each scroll event', async ({ page }) => {
  await page.addInitScript(() => {
    window.asked = 0;
    for (const target of [window, document]) {
      const add = target.addEventListener.bind(target);
      target.addEventListener = (
        type: string,
        listener: EventListenerOrEventListenerObject,
        options?: boolean | AddEventListenerOptions,
      ) => {
        if (type === 'scroll' && !(typeof options === 'object' && options.once)) window.asked += 1;
        add(type, listener, options);
      };
    }
  });
  await page.goto(`/#${before}`);
  await rest(page, before);
  expect(await page.evaluate(() => window.asked)).toBe(0);
});

test('no layout is forced by our code, and nothing more is fetched', async ({ page }) => {
  const requests: string[] = [];
  const cdp = await page.context().newCDPSession(page);
  const forced: string[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, args } of value as unknown as {
      name: string;
      args: { beginData?: { stackTrace?: { url: string; functionName: string }[] } };
    }[])
      if (name === 'Layout')
        for (const { url, functionName } of args.beginData?.stackTrace?.slice(0, 1) ?? [])
          if (url.includes('/_astro/')) forced.push(functionName);
  });
  await page.goto(`/#${before}`);
  await rest(page, before);
  await page.mouse.move(700, 450);
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByType('resource').length))
    .toBeGreaterThan(3);
  page.on('request', (request) => {
    // A new address has its icon asked for again.
    if (!request.url().includes('favicon')) requests.push(request.url());
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline.stack'],
    },
  });
  for (let turn = 0; turn < 24; turn++) {
    await page.mouse.wheel(0, turn < 12 ? 100 : -100);
    // The pace of a reader's hand: asking the page between two turns would force layouts of its own.
    await page.waitForTimeout(50);
  }
  await rest(page, before);
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  expect(forced).toEqual([]);
  expect(requests).toEqual([]);
});
