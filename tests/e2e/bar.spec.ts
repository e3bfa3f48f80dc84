// Does the bar lead through the story, and do its switches change what they say and nothing else?

import { expect, test, type Page } from '@playwright/test';
import { built, expectStep, expectStill, read, scrollTo, steps } from './reader.ts';

const bar = (page: Page) => page.locator('.bar');
const counts = (page: Page) => page.getByLabel('Welche Flüsse zählen');
const stage = (page: Page, id: string) => page.locator(`.scrolly:has(#${id}) .stage`);
const title = (page: Page, id: string) =>
  stage(page, id).locator('.caption[data-active] :is(.finding, .counted)').filter({ visible: true });

for (const [name, width, height, format] of [
  ['wide', 1440, 900, 'wide'],
  ['phone', 390, 844, 'page'],
  ['smallest phone', 320, 568, 'page'],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test('next and previous lead from step to step, by button and by key, and keep the focus', async ({
      page,
    }) => {
      const drawings = await built(page, format);
      await page.goto('/');
      const ids = (await steps(page)).map(({ id }) => id);
      await scrollTo(page, ids[0] ?? '');
      const next = page.getByRole('button', { name: 'Nächster Schritt' });
      await next.click();
      await expectStep(page, drawings, format, ids[1] ?? '');
      await expect(next).toBeFocused();
      await expect(bar(page).locator('.status')).toHaveText(
        `Schritt 2 von ${String(ids.length)}: Und noch sieben`,
      );
      for (const id of ids.slice(2)) {
        await page.keyboard.press('ArrowRight');
        await expectStep(page, drawings, format, id);
      }
      await page.keyboard.press('ArrowLeft');
      await expectStep(page, drawings, format, ids.at(-2) ?? '');
      await page.getByRole('button', { name: 'Voriger Schritt' }).click();
      await expectStep(page, drawings, format, ids.at(-3) ?? '');
    });

    test('the bar covers no control, and all of it is on the screen', async ({ page }) => {
      await page.goto('/#bestellung');
      await expect(bar(page)).toHaveAttribute('data-reading', '');
      const inside = await bar(page).evaluate((element) =>
        [...element.querySelectorAll<HTMLElement>(':scope > button, :scope > p > button, select')]
          .filter((one) => one.checkVisibility())
          .map((one) => {
            const { left, right, height, width } = one.getBoundingClientRect();
            return left >= 0 && right <= innerWidth && height >= 24 && width >= 24;
          }),
      );
      expect(inside.length).toBeGreaterThanOrEqual(4);
      expect(inside).not.toContain(false);
    });
  });
}

test('between two sections the next step is the first of the one, the previous the last of the other', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  const all = await steps(page);
  const first = all.findIndex(({ chart }) => chart === 'ring');
  const between = () =>
    page.evaluate(() => {
      const heading = document.querySelector('#nvidia h2')?.getBoundingClientRect();
      scrollBy({ top: (heading?.top ?? 0) - innerHeight / 2 + 10, behavior: 'instant' });
    });
  await between();
  await expect(bar(page)).toBeVisible();
  await page.getByRole('button', { name: 'Nächster Schritt' }).click();
  await expect.poll(() => read(page)).toBe(all[first]?.id);
  await between();
  await expect.poll(() => read(page)).toBe(all[first - 1]?.id);
  await page.getByRole('button', { name: 'Voriger Schritt' }).click();
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${all[first - 1]?.id ?? ''}`);
});

test('outside the story there is no bar', async ({ page }) => {
  await page.goto('/');
  await expect(bar(page)).toBeHidden();
  await scrollTo(page, 'bestellung');
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('End');
  await page.locator('#belege .notes > li').last().scrollIntoViewIfNeeded();
  await expect(bar(page)).toBeHidden();
});

test('keys outside the bar turn no pages', async ({ page }) => {
  await page.goto('/#bestellung');
  await expect(page.locator('#bestellung')).toHaveAttribute('data-active', '');
  for (const key of ['ArrowRight', 'ArrowLeft', 'j', 'n', 'Escape']) await page.keyboard.press(key);
  expect(await read(page)).toBe('bestellung');
  await counts(page).focus();
  await page.keyboard.press('ArrowRight');
  expect(await read(page)).toBe('bestellung');
});

test('the contents name the section that is read, and lead to any with the focus', async ({ page }) => {
  await page.goto('/#bestellung');
  await page.getByRole('button', { name: 'Inhalt' }).click();
  const sheet = page.locator('.sheet .contents');
  await expect(sheet.locator('[aria-current]')).toHaveText('Der Ring');
  await sheet.getByRole('link', { name: 'Das ganze Netz' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.locator('#fazit')).toBeFocused();
  await expect(page.locator('#fazit')).toBeInViewport();
  // By key alone, too: the sheet opens, Escape closes it and gives the focus back.
  await page.getByRole('button', { name: 'Inhalt' }).focus();
  await page.keyboard.press('Enter');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('button', { name: 'Inhalt' })).toBeFocused();
});

test('the progress line grows with every step', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  const ids = (await steps(page)).map(({ id }) => id);
  const width = () =>
    bar(page)
      .locator('.progress')
      .evaluate((line) => line.getBoundingClientRect().width / innerWidth);
  for (const [index, id] of ids.entries()) {
    await scrollTo(page, id);
    await expect.poll(width).toBeCloseTo((index + 1) / ids.length, 2);
  }
});

test.describe('only what is contracted or has flowed', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('leaves the geometry, ghosts the rest, and changes title and sum', async ({ page }) => {
    const drawings = await built(page, 'wide');
    await page.goto('/#was-daraus-wurde');
    await expectStep(page, drawings, 'wide', 'was-daraus-wurde');
    await expect(title(page, 'bestellung')).toHaveText(
      'Aus bis zu 100 angekündigten Milliarden sind 30 zugesagte geworden',
    );
    await counts(page).selectOption('vertraglich');
    await expect(title(page, 'bestellung')).toHaveText(
      'Vertraglich zugesagt: 1 von 3 Flüssen, 30 Mrd. US-Dollar',
    );
    await expect(bar(page).locator('.status')).toContainText('1 von 3 Flüssen');
    expect(await expectStill(page, drawings, 'wide')).toBe('was-daraus-wurde');
    const ink = (selector: string) =>
      stage(page, 'bestellung')
        .locator(`.drawing.wide ${selector}`)
        .first()
        .evaluate((mark) => Number(getComputedStyle(mark).opacity));
    expect(await ink('.lines.equity')).toBe(1);
    expect(await ink('.lines.cloud')).toBeLessThan(0.3);
    expect(await ink('.label.cloud')).toBeLessThan(0.3);
    expect(await ink('.label.equity')).toBe(1);

    await counts(page).selectOption('geflossen');
    await expect(title(page, 'bestellung')).toHaveText('Von alldem ist nachweislich noch nichts geflossen');
    expect(await ink('.lines.equity')).toBeLessThan(0.3);
  });

  test('holds from step to step and ends when everything counts again', async ({ page }) => {
    await page.goto('/#bestellung');
    await expect(page.locator('#bestellung')).toHaveAttribute('data-active', '');
    await counts(page).selectOption('geflossen');
    await scrollTo(page, 'alle-wege');
    await expect(title(page, 'alle-wege')).toContainText('Hier stehen Zahlen aus Bilanzen');
    await scrollTo(page, 'das-ganze-netz');
    await expect(title(page, 'das-ganze-netz')).toHaveText(
      /^Nachweislich geflossen: \d+ von 171 Flüssen, zusammen/,
    );
    await counts(page).selectOption('alles');
    await expect(title(page, 'das-ganze-netz')).toContainText('Für mehr als eine Billion');
  });

  test('is printed never: paper shows everything', async ({ page }) => {
    await page.goto('/#bestellung');
    await counts(page).selectOption('geflossen');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('#bestellung .still .finding')).toBeVisible();
    await expect(page.locator('#bestellung .still .counted').first()).toBeHidden();
    expect(
      await page
        .locator('#bestellung .still .drawing .lines')
        .first()
        .evaluate((mark) => getComputedStyle(mark).opacity),
    ).not.toBe('0.16');
  });
});

for (const [name, width, height] of [
  ['wide', 1440, 900],
  ['phone', 390, 844],
] as const)
  test(`reading without the stage keeps the place, there and back (${name})`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const format = name === 'wide' ? 'wide' : 'page';
    const drawings = await built(page, format);
    await page.goto('/');
    await scrollTo(page, 'der-ring-schliesst-sich');
    await expectStep(page, drawings, format, 'der-ring-schliesst-sich');
    const view = page.getByRole('button', { name: 'Ansicht' });
    if (name === 'phone') await view.click();
    await page.locator('.views').getByRole('button', { name: 'Nur lesen' }).click();
    await expect(page.locator('.stage-frame').nth(1)).toBeHidden();
    await expect(page.locator('#der-ring-schliesst-sich .still .drawing')).toBeVisible();
    await expect(page.locator('#der-ring-schliesst-sich h3')).toBeInViewport();
    expect(await read(page)).toBe('der-ring-schliesst-sich');
    if (name === 'phone' && !(await page.locator('.views').isVisible())) await view.click();
    await page.locator('.views').getByRole('button', { name: 'Bild läuft mit' }).click();
    await expectStep(page, drawings, format, 'der-ring-schliesst-sich');
    await expect(page.locator('#der-ring-schliesst-sich h3')).toBeInViewport();
  });

test('before the story a switch says that the picture moves along, and turns that off', async ({ page }) => {
  await page.goto('/');
  await page.locator('.before').getByRole('button', { name: 'Nur lesen' }).click();
  await expect(page.locator('.stage-frame').first()).toBeHidden();
  await expect(page.locator('.step .still .drawing').first()).toBeVisible();
  await scrollTo(page, 'bestellung');
  // All its buttons say the same.
  await expect(page.locator('.views').getByRole('button', { name: 'Bild läuft mit' })).toBeVisible();
});
