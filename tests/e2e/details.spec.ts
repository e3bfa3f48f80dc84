// Does the panel say what is behind a flow, and follow the money, by pointer, touch and key?

import { expect, test, type Page } from '@playwright/test';
import { scrollTo } from './reader.ts';

const panel = (page: Page) => page.locator('.panel');
const heading = (page: Page) => panel(page).getByRole('heading');
const status = (page: Page) => page.locator('.bar .status');

/** A place on the stage that lies on a flow, in px of the window: the middle of its first label, or of its node's. */
const labelOf = (page: Page, id: string, text: string) =>
  page.locator(`.scrolly:has(#${id}) .stage .drawing:visible .label`, { hasText: text }).first();

async function goTo(page: Page, id: string): Promise<void> {
  await page.goto(`/#${id}`);
  await expect(page.locator(`.scrolly:has(#${id}) .stage`)).toHaveAttribute('data-rests', '');
  await expect(page.locator(`#${id}`)).toHaveAttribute('data-active', '');
}

/** Chooses what lies at the middle of an element of the drawing, as a mouse would. */
async function point(page: Page, id: string, text: string): Promise<void> {
  const box = await labelOf(page, id, text).boundingBox();
  if (!box) throw new Error(`no label "${text}"`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

for (const [name, width, height] of [
  ['wide', 1440, 900],
  ['phone', 390, 844],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, hasTouch: width < 500 });

    test('a flow that is chosen shows all that its row says, and leaves the others pale', async ({
      page,
    }) => {
      await goTo(page, 'bestellung');
      await point(page, 'bestellung', 'rund 300');
      await expect(heading(page)).toHaveText('OpenAI an Oracle');
      const row = page.locator('#bestellung tr[data-key="link:openai-oracle-cloud"]');
      for (const cell of await row.locator('td').all()) {
        const text = (await cell.textContent())?.trim() ?? '';
        if (!text) continue;
        const head = (await cell.getAttribute('data-head')) ?? '';
        const value = panel(page).locator('dt', { hasText: head }).locator('+ dd');
        expect((await value.textContent())?.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
      }
      await expect(panel(page).getByRole('link').first()).toHaveAttribute('href', /^https?:/);
      const stage = page.locator('.scrolly:has(#bestellung) .stage .drawing:visible');
      await expect(stage.locator('.lines.equity:not(.dim)')).toHaveCount(0);
      await expect(stage.locator('.lines.cloud:not(.dim)')).not.toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(panel(page)).toBeHidden();
    });

    test('a company that is chosen lists what it pays and is paid; each leads on', async ({ page }) => {
      await goTo(page, 'der-ring-schliesst-sich');
      await point(page, 'der-ring-schliesst-sich', 'Oracle');
      await expect(heading(page)).toHaveText('Oracle');
      await expect(panel(page)).toContainText('Abflüsse: 1');
      await panel(page)
        .getByRole('button', { name: /Oracle an NVIDIA/ })
        .click();
      await expect(heading(page)).toHaveText('Oracle an NVIDIA');
      await panel(page).getByRole('button', { name: 'Schließen' }).click();
      await expect(panel(page)).toBeHidden();
    });

    test('a click beside everything closes it', async ({ page }) => {
      await goTo(page, 'grosszuegiger-lieferant');
      await point(page, 'grosszuegiger-lieferant', 'NVIDIA');
      await expect(panel(page)).toBeVisible();
      const canvas = await page.locator('.scrolly:has(#bestellung) .canvas').boundingBox();
      if (!canvas) throw new Error('no canvas');
      await page.mouse.click(canvas.x + 3, canvas.y + canvas.height - 3);
      await expect(panel(page)).toBeHidden();
    });
  });
}

test('a finger next to a thin flow means that flow', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, hasTouch: true });
  const page = await context.newPage();
  await goTo(page, 'rabatt-in-aktien');
  const spot = await page.evaluate(() => {
    const line = document.querySelector<SVGPathElement>(
      '.scrolly:has(#rabatt-in-aktien) .stage .drawing.wide .lines.shares',
    );
    const screen = line?.getScreenCTM();
    if (!line || !screen) throw new Error('no shares');
    const { x, y } = line.getPointAtLength(line.getTotalLength() * 0.55).matrixTransform(screen);
    return { x, y };
  });
  await page.touchscreen.tap(spot.x, spot.y + 7);
  await expect(heading(page)).toHaveText(/(AMD|Cerebras) an OpenAI/);
  await context.close();
});

test('the money is followed by key alone, spoken with its share, and back again', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await goTo(page, 'der-ring-schliesst-sich');
  const opener = page.locator('#der-ring-schliesst-sich').getByRole('button', { name: 'Fluss für Fluss' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('OpenAI an Oracle');
  await expect(page.locator(':focus')).toHaveText('Nächster Abfluss');
  await expect(status(page)).toContainText('rund 300');
  await expect(status(page)).toContainText('alles, was OpenAI in diesem Bild zahlt');

  await page.keyboard.press('ArrowRight');
  await expect(heading(page)).toHaveText('Oracle');
  await expect(status(page)).toHaveText('Oracle: Abflüsse: 1, Zuflüsse: 1');
  await page.keyboard.press('ArrowDown');
  await expect(heading(page)).toHaveText('Oracle an NVIDIA');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(heading(page)).toHaveText('NVIDIA an OpenAI');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect(heading(page)).toHaveText('NVIDIA an OpenAI');
  await page.keyboard.press('ArrowDown');
  // Once round the ring.
  await expect(heading(page)).toHaveText('OpenAI an Oracle');
  for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowLeft');
  await expect(heading(page)).toHaveText('OpenAI an Oracle');
  // The buttons do the same, and can all be reached.
  for (const name of ['Nächster Zufluss', 'Folgen', 'Zurück']) {
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveText(name);
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(opener).toBeFocused();
});

test('among many flows each has its place and its share', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await goTo(page, 'und-noch-sieben');
  await page.locator('#und-noch-sieben').getByRole('button', { name: 'Fluss für Fluss' }).click();
  await expect(status(page)).toContainText('1 von 8');
  await expect(status(page)).toContainText('41 %');
  const seen = new Set<string>();
  for (let turn = 0; turn < 8; turn++) {
    seen.add((await heading(page).textContent()) ?? '');
    await page.keyboard.press('ArrowDown');
  }
  expect(seen.size).toBe(8);
  await expect(heading(page)).toHaveText('OpenAI an Oracle');
});

test('the network of very many flows fetches its table, once', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('grafik/gesamt/')) asked.push(request.url());
  });
  await goTo(page, 'das-ganze-netz');
  expect(asked).toEqual([]);
  await page.locator('#das-ganze-netz').getByRole('button', { name: 'Fluss für Fluss' }).click();
  await expect(heading(page)).toHaveText('OpenAI an Oracle');
  await page.keyboard.press('Escape');
  await point(page, 'das-ganze-netz', 'Nebius');
  await expect(heading(page)).toHaveText('Nebius');
  expect(asked).toHaveLength(1);
});

test('without that table the panel says so and everything else goes on', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.route('**/grafik/gesamt/', (route) => route.fulfill({ status: 404 }));
  await goTo(page, 'das-ganze-netz');
  await page.locator('#das-ganze-netz').getByRole('button', { name: 'Fluss für Fluss' }).click();
  await expect(panel(page)).toContainText('gerade nicht zu haben');
  await page.keyboard.press('Escape');
  await scrollTo(page, 'bestellung');
  await expect(page.locator('#bestellung')).toHaveAttribute('data-active', '');
});

test('a figure that stands behind its step is worked in the same way', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/#zwei-kunden');
  const drawing = page.locator('#zwei-kunden .still .drawing');
  await drawing.scrollIntoViewIfNeeded();
  const label = drawing.locator('.label', { hasText: 'Microsoft' });
  await label.scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 200);
  await expect(async () => {
    await label.click();
    await expect(heading(page)).toHaveText('Microsoft', { timeout: 1000 });
  }).toPass();
  await expect(drawing.locator('.lines:not(.dim)')).not.toHaveCount(0);
  await expect(drawing.locator('.lines.dim')).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(drawing.locator('.lines.dim')).toHaveCount(0);
});

test('scrolling on to another step closes what was open for the last', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await goTo(page, 'bestellung');
  await page.locator('#bestellung').getByRole('button', { name: 'Fluss für Fluss' }).click();
  await expect(panel(page)).toBeVisible();
  await scrollTo(page, 'was-daraus-wurde');
  await expect(panel(page)).toBeHidden();
});

test('a mouse over a flow reads it out in a line, and takes nothing else', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await goTo(page, 'bestellung');
  const box = await labelOf(page, 'bestellung', 'rund 300').boundingBox();
  if (!box) throw new Error('no label');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const readout = page.locator('.scrolly:has(#bestellung) .readout');
  await expect(readout).toContainText('OpenAI an Oracle · rund 300');
  await expect(panel(page)).toBeHidden();
  await page.mouse.move(20, 20);
  await expect(readout).toBeEmpty();
});
