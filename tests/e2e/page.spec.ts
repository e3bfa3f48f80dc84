// Does the page hold without scripts, without motion, without its geometry, and for everyone?

import { readdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

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
    await expect(figures).toHaveCount(5);
    for (const figure of await figures.all()) {
      const drawing = figure.getByRole('img');
      await expect(drawing).toBeVisible();
      expect((await drawing.getAttribute('aria-label'))?.length).toBeGreaterThan(60);
      await expect(figure.locator('.lines').first()).toBeVisible();
      await expect(figure.locator('.amount').first()).toContainText('Mrd.');
      await expect(figure.locator('.per-line').filter({ visible: true })).toContainText('1 Linie =');
      await expect(figure.locator('.finding')).toBeVisible();
    }
    await expect(page.locator('.stage-frame')).toBeHidden();
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
  await expect(page.locator('.stage')).toHaveAttribute('data-rests', '');
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
      const steps = page.locator('.step');
      for (let index = 0; index < 5; index++) {
        await steps.nth(index).evaluate((step) => {
          step.scrollIntoView({ behavior: 'instant' });
        });
        await expect(page.locator('.stage')).toHaveAttribute('data-rests', '');
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

    test('no label on the stage is cut, none lies on another, none is unreadably small', async ({ page }) => {
      await page.goto('/');
      const steps = page.locator('.step');
      for (let index = 0; index < 5; index++) {
        await steps.nth(index).evaluate((step) => {
          step.scrollIntoView({ behavior: 'instant' });
          scrollBy(0, 40);
        });
        await expect(steps.nth(index)).toHaveAttribute('data-active', '');
        await expect(page.locator('.stage')).toHaveAttribute('data-rests', '');
        const problems = await page.evaluate(() => {
          const frame = document.querySelector('.stage-frame')?.getBoundingClientRect();
          const caption = document.querySelector<HTMLElement>('.stage .caption');
          const texts = [...document.querySelectorAll('.stage .drawing text')]
            .filter((text) => text.checkVisibility())
            .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
          const found: string[] = [];
          if (texts.length === 0) found.push('no labels');
          if (caption && caption.scrollHeight > caption.clientHeight + 1) found.push('the caption is cut');
          texts.forEach(({ words, box }, index) => {
            if (
              frame &&
              (box.left < frame.left - 1 || box.right > innerWidth + 1 || box.bottom > frame.bottom + 1)
            )
              found.push(`cut: ${words}`);
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
        });
        expect(problems).toEqual([]);
      }
    });
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ['/', '/grafik/ring/', '/grafik/gesamt/', '/grafik/wertschoepfung/', '/404.html']) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ).toEqual([]);
    }
  });
}

test('with reduced motion scenes change at once and nothing travels', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  await page
    .locator('.step')
    .nth(3)
    .evaluate((step) => {
      step.scrollIntoView({ behavior: 'instant' });
      // Counts the changes of one band: a motion would make many.
      const lines = document.querySelector('.stage .drawing:not([display=none]) .paths');
      let changes = 0;
      if (lines)
        new MutationObserver((list) => {
          changes += list.filter(({ attributeName }) => attributeName === 'd').length;
          document.documentElement.dataset['changes'] = String(changes);
        }).observe(lines, { attributes: true, subtree: true });
    });
  await expect(page.locator('.step').nth(3)).toHaveAttribute('data-active', '');
  await expect(page.locator('.stage')).toHaveAttribute('data-rests', '');
  expect(Number(await page.evaluate(() => document.documentElement.dataset['changes'] ?? 0))).toBeLessThan(
    30,
  );
  await expect(page.locator('.stage .travel').first()).toBeHidden();
});

test('without its geometry the stage shows the still of each step', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route('**/grafik/ring/*.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  for (const index of [2, 4, 0]) {
    const step = page.locator('.step').nth(index);
    await step.evaluate((element) => {
      element.scrollIntoView({ behavior: 'instant' });
      scrollBy(0, 40);
    });
    await expect(step).toHaveAttribute('data-active', '');
    const paths = (root: string) =>
      page.locator(`${root} path`).evaluateAll((all) => all.map((path) => path.getAttribute('d')).join());
    const id = (await step.getAttribute('id')) ?? '';
    await expect.poll(() => paths('.stage .drawing.page')).toBe(await paths(`#${id} .still .drawing`));
  }
});

test('without its geometry the wide stage shows stills, with the sum per line of these', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.route('**/grafik/ring/*.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('/#bestellung');
  await expect(page.locator('.stage .per-line').filter({ visible: true })).toHaveText(
    '1 Linie = 5 Mrd. US-Dollar',
  );
  await expect(page.locator('.stage .drawing.wide .lines').last()).toBeVisible();
});

test('when the story’s script does not come, every step has its figure', async ({ page }) => {
  await page.route('**/_astro/*.js', (route) => route.abort());
  await page.goto('/');
  await expect(page.locator('.stage-frame')).toBeHidden();
  await expect(page.locator('.step .drawing').nth(3)).toBeVisible();
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
