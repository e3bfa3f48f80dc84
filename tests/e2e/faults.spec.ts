// What is left of the story when a part of it fails, comes late, or is not looked at?

import { expect, test, type Page } from '@playwright/test';
import { built, expectStep, expectStill, faults, scrollTo, steps } from './reader.ts';

/** The ways in which the geometry of a chart can fail to be of use. */
const BROKEN = [
  ['is missing', { status: 404 }],
  ['is no JSON', { contentType: 'application/json', body: '{"scenes": [' }],
  ['is another thing', { contentType: 'application/json', body: '{"scenes": 1}' }],
  [
    'cannot be drawn',
    {
      contentType: 'application/json',
      body: JSON.stringify(
        ['umsatz', 'zusage', 'bestellung', 'geschlossen', 'stand'].map((scene) => ({
          scene,
          width: 10,
          height: 10,
          bands: [null],
        })),
      ),
    },
  ],
] as const;

for (const [name, answer] of BROKEN)
  for (const [size, width, height] of [
    ['phone', 390, 844],
    ['wide', 1440, 900],
  ] as const)
    test(`a geometry that ${name} leaves the stills of that stage, says so, and harms no other (${size})`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      const format = size === 'wide' ? 'wide' : 'page';
      const drawings = await built(page, format);
      const found = faults(page);
      await page.route('**/grafik/ring/*.json', (route) => route.fulfill(answer));
      await page.goto('/');
      // A drawing that nobody has tried is not yet known to fail.
      for (const id of ['grosszuegiger-lieferant', 'bestellung']) {
        await scrollTo(page, id);
        await expect(page.locator(`#${id}`)).toHaveAttribute('data-active', '');
        await expect(page.locator(`.scrolly:has(#${id}) .stage`)).toHaveAttribute('data-rests', '');
      }
      for (const id of ['bestellung', 'was-daraus-wurde', 'alle-wege', 'der-ring-schliesst-sich']) {
        await scrollTo(page, id);
        await expect(page.locator(`#${id}`)).toHaveAttribute('data-active', '');
        const paths = (root: string) =>
          page.locator(`${root} path`).evaluateAll((all) => all.map((path) => path.getAttribute('d')).join());
        const still = await paths(`#${id} .still .drawing`);
        expect(still.length).toBeGreaterThan(10);
        await expect.poll(() => paths(`.scrolly:has(#${id}) .stage .drawing.${format}`)).toBe(still);
        await expect(page.locator(`.scrolly:has(#${id}) .quiet`)).toBeVisible();
        // The key has the sum of one line of what is shown.
        await expect(
          page
            .locator(`.scrolly:has(#${id}) .stage .caption[data-active] .per-line`)
            .filter({ visible: true }),
        ).toHaveText('1 Linie = 5 Mrd. US-Dollar');
      }
      await scrollTo(page, 'und-noch-sieben');
      await expectStep(page, drawings, format, 'und-noch-sieben');
      await expect(page.locator('.scrolly:has(#und-noch-sieben) .quiet')).toBeHidden();
      expect(found.filter((message) => !message.includes('404'))).toEqual([]);
    });

test('a stage that cannot be set up unrolls its passage; the others go on', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const drawings = await built(page, 'wide');
  await page.route('**/', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    // The stage of the second chart loses its drawing.
    let place = 0;
    await route.fulfill({
      response,
      body: html
        .replaceAll('class="canvas"', (found) => (place++ === 1 ? 'class="canvass"' : found))
        .replace(/(class="canvass">)<svg.*?<\/svg>/s, '$1'),
    });
  });
  await page.goto('/');
  await scrollTo(page, 'bestellung');
  await expect(page.locator('#bestellung .still .drawing')).toBeVisible();
  await expect(page.locator('.scrolly:has(#bestellung) .stage-frame')).toBeHidden();
  await scrollTo(page, 'und-noch-sieben');
  await expectStep(page, drawings, 'wide', 'und-noch-sieben');
});

for (const [name, spoil] of [
  ['does not come', (page: Page) => page.route('**/_astro/*.js', (route) => route.abort())],
  ['is not found', (page: Page) => page.route('**/_astro/*.js', (route) => route.fulfill({ status: 404 }))],
  [
    'throws',
    (page: Page) =>
      page.route('**/_astro/*.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken")' }),
      ),
  ],
] as const)
  test(`when the story’s script ${name}, every step has its figure`, async ({ page }) => {
    await spoil(page);
    await page.goto('/');
    for (const id of (await steps(page)).map((step) => step.id)) {
      await expect(page.locator(`.scrolly:has(#${id}) .stage-frame`)).toBeHidden();
      await expect(page.locator(`#${id} .still .drawing`)).toBeVisible();
    }
    await expect(page.locator('.bar')).toBeHidden();
  });

test('on slow 4G a step whose geometry is on its way shows its still, then the same from the geometry', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const drawings = await built(page, 'page');
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 562,
    downloadThroughput: 1_470_000 / 8,
    uploadThroughput: 675_000 / 8,
  });
  await page.goto('/#bestellung', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-ready', '', { timeout: 15_000 });
  // Before the geometry can be there, the still of the step stands on the stage.
  expect(await expectStill(page, drawings, 'page')).toBe('bestellung');
  for (const id of ['der-ring-schliesst-sich', 'bestellung', 'rabatt-in-aktien']) {
    await scrollTo(page, id);
    await expectStep(page, drawings, 'page', id);
  }
});

for (const [width, height] of [
  [1440, 900],
  [2560, 1440],
] as const)
  test(`at ${String(width)} × ${String(height)} a drawing stands still when the wide geometry takes over from its stand-in`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const gate = Promise.withResolvers<undefined>();
    await page.route('**/wide.*.json', async (route) => {
      await gate.promise;
      await route.continue();
    });
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('data-ready', '');
    const tops = () =>
      page
        .locator('.stage .canvas')
        .evaluateAll((all) => all.map((canvas) => canvas.getBoundingClientRect().top + scrollY));
    const told = await steps(page);
    const read = async (): Promise<number[]> => {
      for (const { id } of told) {
        await scrollTo(page, id);
        await expect(page.locator(`#${id}`)).toHaveAttribute('data-active', '');
      }
      // Places are compared where no stage sticks.
      await page.evaluate(() => {
        window.scrollTo({ top: 0, behavior: 'instant' });
      });
      return tops();
    };
    const before = await read();
    await expect(page.locator('.stage[data-stand-in]').first()).toBeAttached();
    gate.resolve(undefined);
    await expect(page.locator('.stage[data-stand-in]')).toHaveCount(0);
    expect(await read()).toEqual(before);
  });

test('a stage out of view, and a tab that is hidden, do not move', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const drawings = await built(page, 'wide');
  await page.goto('/#bestellung');
  await expectStep(page, drawings, 'wide', 'bestellung');
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
  });
  const frames = await page.evaluate(async () => {
    let count = 0;
    const real = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      count += 1;
      return real(callback);
    };
    document.getElementById('was-daraus-wurde')?.scrollIntoView({ behavior: 'instant' });
    // What must not happen has no condition to wait for: it is watched for a while.
    const until = performance.now() + 600;
    while (performance.now() < until) await new Promise((done) => setTimeout(done, 20));
    return count;
  });
  expect(frames).toBe(0);
  await expectStep(page, drawings, 'wide', 'was-daraus-wurde');
});

test('a motion that is under way ends at once when the tab is hidden', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const drawings = await built(page, 'wide');
  await page.goto('/#bestellung');
  await expectStep(page, drawings, 'wide', 'bestellung');
  const rests = await page.evaluate(async () => {
    const stage = document.querySelector('.scrolly:has(#bestellung) .stage');
    document.getElementById('was-daraus-wurde')?.scrollIntoView({ behavior: 'instant' });
    while (stage?.hasAttribute('data-rests')) await new Promise(requestAnimationFrame);
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
    return stage?.hasAttribute('data-rests');
  });
  expect(rests).toBe(true);
  await expectStep(page, drawings, 'wide', 'was-daraus-wurde');
});
