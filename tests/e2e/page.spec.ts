// Does the page hold without scripts, without motion, and for everyone?

import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { chartPages, scrollTo } from './reader.ts';

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
    await page.locator('.views').getByRole('button', { name: 'Nur lesen' }).click();
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
