// Can every figure be read at every size and zoom, beside its text and whole?

import { expect, test, type Page } from '@playwright/test';
import { chartPages, scrollTo, steps } from './reader.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 320, height: 568 },
  { width: 844, height: 390 },
  { width: 2560, height: 1440 },
];

for (const size of sizes) {
  const name = `${String(size.width)} × ${String(size.height)}`;
  test.describe(name, () => {
    // Where things come to stand does not depend on how they get there.
    test.use({ viewport: size, contextOptions: { reducedMotion: 'reduce' } });

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
        const { left, height, right } = await page.evaluate((step) => {
          const place = document.getElementById(step);
          const figure = place?.closest('.scrolly')?.querySelector('.stage-frame')?.getBoundingClientRect();
          const prose = place?.querySelector('.prose')?.getBoundingClientRect();
          return {
            left: figure?.left ?? 0,
            height: figure?.height ?? Infinity,
            right: prose?.right ?? Infinity,
          };
        }, id);
        // Beside the text, or over it with a ground of its own that ends above half the window.
        expect(right <= left || height <= 0.55 * size.height + 1).toBe(true);
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
