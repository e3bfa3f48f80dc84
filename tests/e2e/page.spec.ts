// Does the page hold without scripts, without motion, without its geometry, and for everyone?

import { readdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { built, expectStep, expectStill, faults, scrollTo, steps } from './reader.ts';

/** The page of every chart there is. */
const chartPages = () =>
  readdirSync(new URL('../../content/charts/', import.meta.url)).map(
    (file) => `/grafik/${file.replace(/\.yaml$/, '')}/`,
  );

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 320, height: 568 },
  { width: 844, height: 390 },
  { width: 2560, height: 1440 },
];

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('each step shows its still with paths, key, amounts and a name', async ({ page }) => {
    await page.goto('/');
    const figures = page.locator('.step figure');
    await expect(figures).toHaveCount(await page.locator('.step').count());
    await expect(page.locator('.bar')).toBeHidden();
    await expect(page.locator('.explore').first()).toBeHidden();
    for (const figure of await figures.all()) {
      const drawing = figure.getByRole('img');
      await expect(drawing).toBeVisible();
      expect((await drawing.getAttribute('aria-label'))?.length).toBeGreaterThan(60);
      await expect(figure.locator('.news')).toHaveText(/(ein|zwei|drei|sieben|\d+) (Fluss|Flüsse|Balken)/);
      await expect(figure.locator('.lines').first()).toBeVisible();
      await expect(figure.locator('.amount').first()).toHaveText(/\d/);
      await expect(figure.locator('.per-line').filter({ visible: true })).toHaveText(
        /1 Linie = [\d,]+ Mrd\. US-Dollar/,
      );
      await expect(figure.locator('.finding')).toBeVisible();
    }
    for (const frame of await page.locator('.stage-frame').all()) await expect(frame).toBeHidden();
    await page.getByRole('link', { name: 'Das ganze Netz' }).click();
    await expect(page.locator('#fazit')).toBeInViewport();
  });
});

test('nothing is asked of anyone else, and nothing fails', async ({ page, baseURL }) => {
  const asked: string[] = [];
  const failed: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  page.on('response', (response) => {
    if (!response.ok()) failed.push(response.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') failed.push(message.text());
  });
  page.on('pageerror', (error) => failed.push(error.message));
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.keyboard.press('End');
  await expect(page.locator('.step').last()).toHaveAttribute('data-active', '');
  await scrollTo(page, 'bestellung');
  await expect(page.locator('.scrolly:has(#bestellung) .stage')).toHaveAttribute('data-rests', '');
  expect(new Set(asked)).toEqual(new Set([new URL(baseURL ?? '').origin]));
  expect(failed).toEqual([]);
});

for (const size of sizes) {
  const name = `${String(size.width)} × ${String(size.height)}`;
  test.describe(name, () => {
    test.use({ viewport: size });

    test('reading to the end shifts nothing and never scrolls sideways', async ({ page }) => {
      await page.addInitScript(() => {
        new PerformanceObserver((list) => {
          const sum = list.getEntries().reduce((total, entry) => total + (entry as LayoutShift).value, 0);
          document.documentElement.dataset['shift'] = String(
            Number(document.documentElement.dataset['shift'] ?? 0) + sum,
          );
        }).observe({ type: 'layout-shift', buffered: true });
        interface LayoutShift extends PerformanceEntry {
          readonly value: number;
        }
      });
      await page.goto('/');
      for (const { id, isStaged } of await steps(page)) {
        await page.evaluate((step) => {
          document.getElementById(step)?.scrollIntoView({ behavior: 'instant' });
        }, id);
        if (isStaged)
          await expect(page.locator(`.scrolly:has(#${id}) .stage`)).toHaveAttribute('data-rests', '');
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      }
      expect(Number(await page.evaluate(() => document.documentElement.dataset['shift'] ?? 0))).toBe(0);
    });

    test('the other pages never scroll sideways', async ({ page }) => {
      for (const path of [...chartPages(), '/404.html']) {
        await page.goto(path);
        for (const details of await page.locator('summary').all()) await details.click();
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      }
    });

    test('no label of a figure is cut, none lies on another, none is unreadably small', async ({ page }) => {
      await page.goto('/');
      for (const { id, isStaged } of await steps(page)) {
        await scrollTo(page, id);
        await expect(page.locator(`#${id}`)).toHaveAttribute('data-active', '');
        if (isStaged)
          await expect(page.locator(`.scrolly:has(#${id}) .stage`)).toHaveAttribute('data-rests', '');
        expect(await labelProblems(page, id, isStaged)).toEqual([]);
      }
    });

    test('text and figure never lie on each other', async ({ page }) => {
      await page.goto('/');
      for (const { id } of (await steps(page)).filter(({ isStaged }) => isStaged)) {
        await scrollTo(page, id);
        const [figure, prose] = await page.evaluate((step) => {
          const place = document.getElementById(step);
          const boxOf = (element: Element | null | undefined) =>
            element?.getBoundingClientRect().toJSON() as DOMRect;
          return [
            boxOf(place?.closest('.scrolly')?.querySelector('.stage-frame')),
            boxOf(place?.querySelector('.prose')),
          ];
        }, id);
        if (!figure || !prose) throw new Error('no figure');
        // Beside the text, or over it with a ground of its own that ends above half the window.
        const beside = prose.right <= figure.left;
        expect(beside || figure.height <= 0.55 * size.height + 1).toBe(true);
      }
    });
  });
}

/** What is wrong with the labels of the figure of a step, on its stage or behind it. */
const labelProblems = (page: Page, id: string, isStaged: boolean) =>
  page.evaluate(
    ([step, staged]) => {
      const place = document.getElementById(step);
      const scrolly = place?.closest('.scrolly');
      const frame = staged ? scrolly?.querySelector('.stage-frame')?.getBoundingClientRect() : null;
      const caption = scrolly?.querySelector('.captions');
      const texts = [
        ...((staged ? scrolly?.querySelector('.stage') : place?.querySelector('.still'))?.querySelectorAll(
          '.drawing text',
        ) ?? []),
      ]
        .filter((text) => text.checkVisibility())
        .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
      const found: string[] = [];
      if (texts.length === 0) found.push('no labels');
      if (staged && caption && caption.scrollHeight > caption.clientHeight + 1)
        found.push('the caption is cut');
      texts.forEach(({ words, box }, index) => {
        const right = innerWidth + 1;
        if (frame && (box.left < frame.left - 1 || box.right > right || box.bottom > frame.bottom + 1))
          found.push(`cut: ${words}`);
        if (box.left < -1 || box.right > right) found.push(`beyond the window: ${words}`);
        if (box.height < 9) found.push(`small: ${words} ${box.height.toFixed(1)} px`);
        for (const other of texts.slice(index + 1)) {
          const apart =
            box.right <= other.box.left + 1 ||
            other.box.right <= box.left + 1 ||
            box.bottom <= other.box.top + 3 ||
            other.box.bottom <= box.top + 3;
          if (!apart) found.push(`overlap: ${words} / ${other.words}`);
        }
      });
      return found;
    },
    [id, isStaged] as const,
  );

for (const [zoom, width, height] of [
  [200, 640, 512],
  [400, 320, 256],
] as const)
  test(`at ${String(zoom)} % zoom everything can be read and worked without scrolling sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/');
    const all = await steps(page);
    // At four times its size no stage fits beside the text: every figure stands behind its step.
    if (zoom === 400) expect(all.filter(({ isStaged }) => isStaged)).toEqual([]);
    for (const { id, isStaged } of all) {
      await scrollTo(page, id);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      if (!isStaged) await expect(page.locator(`#${id} .still .drawing`)).toBeVisible();
      await expect(page.locator(`#${id} .prose`)).toBeVisible();
    }
    await page.locator(`#bestellung`).getByRole('button', { name: 'Fluss für Fluss' }).click();
    await expect(page.locator('.panel')).toBeInViewport();
    await page.keyboard.press('Escape');
  });

const findings = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
};

for (const [name, media] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const) {
  test(`axe finds nothing on any page in ${name}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia(media);
    for (const path of ['/', ...chartPages(), '/404.html']) {
      await page.goto(path);
      expect(await findings(page), path).toEqual([]);
    }
  });

  test(`axe finds nothing while the story is read in ${name}`, async ({ page }) => {
    await page.emulateMedia(media);
    await page.goto('/#und-noch-sieben');
    await expect(page.locator('#und-noch-sieben')).toHaveAttribute('data-active', '');
    await page.locator('#und-noch-sieben').getByRole('button', { name: 'Fluss für Fluss' }).click();
    await expect(page.locator('.panel')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Inhalt' }).click();
    await page.getByLabel('Welche Flüsse zählen').selectOption('vertraglich');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nur lesen' }).click();
    expect(await findings(page)).toEqual([]);
  });
}

test('with reduced motion scenes change at once and nothing travels', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/#alle-wege');
  const stage = page.locator('.scrolly:has(#alle-wege) .stage');
  await expect(stage).toHaveAttribute('data-rests', '');
  await page.evaluate(() => {
    // Counts the changes of the bands: a motion would make many.
    let changes = 0;
    new MutationObserver((list) => {
      changes += list.filter(({ attributeName }) => attributeName === 'd').length;
      document.documentElement.dataset['changes'] = String(changes);
    }).observe(document.querySelector('.scrolly:has(#alle-wege) .stage') ?? document, {
      attributes: true,
      subtree: true,
    });
  });
  await scrollTo(page, 'der-ring-schliesst-sich');
  await expect(page.locator('#der-ring-schliesst-sich')).toHaveAttribute('data-active', '');
  await expect(stage).toHaveAttribute('data-rests', '');
  expect(Number(await page.evaluate(() => document.documentElement.dataset['changes'] ?? 0))).toBeLessThan(
    30,
  );
  await expect(stage.locator('.travel').first()).toBeHidden();
  await expect(stage.locator('.chevron:visible').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bewegung anhalten' })).toBeHidden();
});

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

test('the chart’s own page shows every scene in both formats, with its table', async ({ page }) => {
  await page.goto('/grafik/ring/');
  const scenes = page.locator('section.scene');
  await expect(scenes).toHaveCount(5);
  for (const scene of await scenes.all()) {
    await expect(scene.getByRole('img')).toHaveCount(2);
    for (const drawing of await scene.getByRole('img').all())
      expect((await drawing.boundingBox())?.width).toBeGreaterThan(250);
    await scene.getByText('Daten und Quellen').click();
    await expect(scene.getByRole('row').nth(1)).toContainText('Mrd.');
    await expect(scene.getByRole('link').first()).toHaveAttribute('href', /^https?:/);
  }
});

test('an unknown address gets a page that leads back', async ({ page }) => {
  const response = await page.goto('/gibt-es-nicht/');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'Zum Artikel' }).click();
  await expect(page.locator('h1')).toContainText('KI-Kreislauf');
});
