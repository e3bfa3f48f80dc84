// Is the stage, at rest, the built drawing of the step that is read, however the reader got there?

import { expect, test } from '@playwright/test';
import { built, expectStep, expectStill, expectStills, faults, read, scrollTo, steps } from './reader.ts';

for (const { name, format, width, height } of [
  { name: 'wide', format: 'wide', width: 1440, height: 900 },
  { name: 'phone', format: 'page', width: 390, height: 844 },
  { name: 'phone held across', format: 'page', width: 844, height: 390 },
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test('each step reached by scrolling down and up shows its still', async ({ page }) => {
      test.slow();
      // Once through the whole article with every motion is enough.
      if (name !== 'wide') await page.emulateMedia({ reducedMotion: 'reduce' });
      const drawings = await built(page, format);
      const found = faults(page);
      await page.goto('/');
      const ids = (await steps(page)).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(8);
      for (const id of [...ids, ...[...ids].reverse()]) {
        await scrollTo(page, id);
        await expectStep(page, drawings, format, id);
      }
      expect(found).toEqual([]);
    });

    test('turning the wheel through the story ends at the still of the step that is read', async ({
      page,
    }) => {
      const drawings = await built(page, format);
      await page.goto('/');
      await page.mouse.move(width / 2, height - 100);
      const seen = new Set<string>();
      for (const turn of [900, 700, 1300, 500, 1100, -600, 900, -1700, 2500, 1800, 2200, 1500]) {
        await page.mouse.wheel(0, turn);
        seen.add(await expectStill(page, drawings, format));
      }
      expect(seen.size).toBeGreaterThan(4);
    });

    test('a step taken back in the middle of a motion ends at the still of the step before', async ({
      page,
    }) => {
      const drawings = await built(page, format);
      await page.goto('/');
      const staged = (await steps(page)).filter(({ isStaged }) => isStaged).map(({ id }) => id);
      const [first = '', second = ''] = staged.slice(-2);
      await scrollTo(page, first);
      await expectStep(page, drawings, format, first);
      for (let turn = 0; turn < 4; turn++) {
        await scrollTo(page, second);
        // The motion has begun and is not at its end.
        await expect(page.locator(`#${second}`)).toHaveAttribute('data-active', '');
        await scrollTo(page, first);
        await expectStep(page, drawings, format, first);
      }
    });

    test('End, Home and an anchor jump to the still that belongs there', async ({ page }) => {
      const drawings = await built(page, format);
      await page.goto('/');
      const ids = (await steps(page)).map(({ id }) => id);
      await page.keyboard.press('End');
      await expectStep(page, drawings, format, ids.at(-1) ?? '');
      // A key that comes while the browser still scrolls may be lost to that scroll.
      await expect(page.locator('html')).not.toHaveAttribute('data-scrolling', '');
      await page.keyboard.press('Home');
      await expectStep(page, drawings, format, ids[0] ?? '');
      for (const id of ['der-ring-schliesst-sich', 'grosszuegiger-lieferant', 'rabatt-in-aktien']) {
        await page.evaluate((step) => {
          location.hash = step;
        }, id);
        await expectStep(page, drawings, format, id);
      }
    });

    test('reloading in the middle shows the step that was read', async ({ page }) => {
      const drawings = await built(page, format);
      await page.goto('/');
      await scrollTo(page, 'bestellung');
      await expectStill(page, drawings, format);
      await expect.poll(() => page.evaluate(() => location.hash)).toBe('#bestellung');
      await page.reload();
      await expectStep(page, drawings, format, 'bestellung');
    });

    test('opening an address shows its step, and reading goes on there by key', async ({ page }) => {
      const drawings = await built(page, format);
      // Whatever the stage shows before the script has found the step would be another one.
      await page.addInitScript(() => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        const look = () => {
          const scrolly = document.querySelector('.step:target')?.closest('.scrolly');
          const stage = scrolly?.querySelector<HTMLElement>('.stage');
          const active = scrolly?.querySelector('.step[data-active]');
          if (stage && getComputedStyle(stage).visibility === 'visible' && stage.offsetHeight > 0)
            seen.push(active?.id ?? 'none');
          if (!document.documentElement.hasAttribute('data-ready')) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await page.goto('/#der-ring-schliesst-sich');
      await expectStep(page, drawings, format, 'der-ring-schliesst-sich');
      const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
      expect(new Set([...seen, 'der-ring-schliesst-sich'])).toEqual(new Set(['der-ring-schliesst-sich']));
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('der-ring-schliesst-sich');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.step')?.id)).toBe(
        'der-ring-schliesst-sich',
      );
    });
  });
}

/** Ways the window changes under the reader: its size before and after. */
const CHANGES = [
  { name: 'cut from 1200 to 500 px of height', before: [1200, 1200], after: [1200, 500] },
  { name: 'turned upright', before: [844, 390], after: [390, 844] },
  { name: 'turned across', before: [390, 844], after: [844, 390] },
  { name: 'narrowed from wide to a column', before: [1440, 900], after: [700, 900] },
  { name: 'widened', before: [900, 700], after: [1440, 900] },
  { name: 'with its address bar folded', before: [390, 744], after: [390, 800] },
] as const;

for (const { name, before, after } of CHANGES)
  test(`a window ${name} shows at 80 places the step that is read there`, async ({ page }) => {
    test.slow();
    const format = after[0] >= 992 && after[1] >= 592 ? 'wide' : 'page';
    const drawings = await built(page, format);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: before[0], height: before[1] });
    await page.goto('/');
    await scrollTo(page, 'bestellung');
    await expect(page.locator('#bestellung')).toHaveAttribute('data-active', '');
    await page.setViewportSize({ width: after[0], height: after[1] });
    await expectStill(page, drawings, format);
    const end = await page.evaluate(() => document.querySelector('#lesen')?.getBoundingClientRect());
    const top = await page.evaluate(() => scrollY);
    // In no order, so that steps are passed over and come back.
    const places = Array.from({ length: 80 }, (_, place) => {
      const share = ((place * 37) % 80) / 80;
      return Math.round(top + (end?.top ?? 0) + (end?.height ?? 0) * share);
    });
    const seen = await expectStills(page, drawings, format, places);
    expect(seen.size).toBe((await steps(page)).length);
  });

test('the address follows the step and fills no history; back leaves, forward returns', async ({ page }) => {
  await page.goto('/404.html');
  await page.goto('/');
  const before = await page.evaluate(() => history.length);
  const ids = (await steps(page)).map(({ id }) => id);
  for (const id of ids) {
    await scrollTo(page, id);
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${id}`);
  }
  await page.getByRole('button', { name: 'Voriger Schritt' }).click();
  await expect.poll(() => read(page)).toBe(ids.at(-2));
  await page.getByRole('button', { name: 'Inhalt' }).click();
  await page.locator('.sheet').getByRole('link', { name: 'Der Ring' }).click();
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#alle-wege');
  expect(await page.evaluate(() => history.length)).toBe(before);
  await scrollTo(page, 'bestellung');
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#bestellung');
  const y = await page.evaluate(() => scrollY);
  await page.goBack();
  await expect(page).toHaveURL(/404/);
  await page.goForward();
  await expect.poll(() => read(page)).toBe('bestellung');
  expect(Math.abs((await page.evaluate(() => scrollY)) - y)).toBeLessThanOrEqual(1);
  await page.keyboard.press('Home');
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('');
});

test('dashes travel round the closed ring, and stop on the button', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/#der-ring-schliesst-sich');
  const stage = page.locator('.scrolly:has(#der-ring-schliesst-sich) .stage');
  await expect(stage).toHaveAttribute('data-rests', '');
  const travelling = stage.locator('.drawing.wide .travel');
  await expect(travelling).toHaveCount(3);
  const offset = () => travelling.first().evaluate((path) => getComputedStyle(path).strokeDashoffset);
  const first = await offset();
  await expect.poll(offset).not.toBe(first);
  await page.getByRole('button', { name: 'Bewegung anhalten' }).click();
  await expect(travelling.first()).toBeHidden();
  // It stays so from stage to stage.
  await scrollTo(page, 'das-ganze-netz');
  const other = page.locator('.scrolly:has(#das-ganze-netz) .stage');
  await expect(other).toHaveAttribute('data-rests', '');
  await expect(other.locator('.drawing.wide .travel').first()).toBeHidden();
  await page.getByRole('button', { name: 'Bewegung fortsetzen' }).click();
  await expect(other.locator('.drawing.wide .travel').first()).toBeVisible();
});

test('addresses of notes stay as they are', async ({ page }) => {
  await page.goto('/#beleg-3');
  await expect(page.locator('#beleg-3')).toBeInViewport();
  await page.mouse.wheel(0, 60);
  await expect(page.locator('html')).toHaveAttribute('data-ready', '');
  expect(await page.evaluate(() => location.hash)).toBe('#beleg-3');
});

test('opening tables moves neither the stage nor the step that is read', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const drawings = await built(page, 'page');
  await page.goto('/');
  await scrollTo(page, 'bestellung');
  await expectStep(page, drawings, 'page', 'bestellung');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await expectStill(page, drawings, 'page');
  for (const id of ['alle-wege', 'was-daraus-wurde']) {
    await scrollTo(page, id);
    await expectStep(page, drawings, 'page', id);
  }
});
