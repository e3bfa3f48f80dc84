// Is the story all there without scripts?

import { expect, test } from 'vitest';
import { reader } from './reader.ts';

const page = await reader({ plain: true });

test.each([
  ['in a wide window', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
])('without scripts every step has its own still, and no stage stands, %s', async (_, size) => {
  await page.resize(size);
  await page.open('/');
  const steps = await page.evaluate(() =>
    [...document.querySelectorAll('.step')].map((step) => {
      const drawings = [...step.querySelectorAll('.still .drawing')];
      return {
        id: step.id,
        // Drawings that are not to be seen are clipped to a pixel and their parts not displayed.
        seen: drawings.filter(
          (drawing) =>
            drawing.getBoundingClientRect().width > 100 &&
            drawing.querySelector('path')?.getClientRects().length,
        ).length,
        named: step.querySelector('.still .finding')?.getClientRects().length,
      };
    }),
  );
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) expect(step).toEqual({ id: step.id, seen: 1, named: 1 });
  const stages = await page.evaluate(() =>
    [...document.querySelectorAll('.stage-frame')].map((frame) => getComputedStyle(frame).display),
  );
  expect(new Set(stages)).toEqual(new Set(['none']));
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-ready'))).toBe(false);
});
