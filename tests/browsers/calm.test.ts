// Does nothing move for readers who want no motion?

import { expect, test } from 'vitest';
import { reader } from './reader.ts';
import { story } from './story.ts';

const page = await reader({ calm: true });
await page.resize({ width: 1440, height: 900 });
const { staged, scrollTo, expectStep } = await story(page);

test('with reduced motion scenes change at once and nothing travels', async () => {
  await page.open('/');
  expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
  await page.evaluate(() => {
    // How often each path is set between two scenes: a motion would set it once a frame.
    const times = new Map<Node, number>();
    new MutationObserver((changes) => {
      for (const { target } of changes) times.set(target, (times.get(target) ?? 0) + 1);
      document.documentElement.dataset['times'] = String(Math.max(...times.values()));
    }).observe(document.body, { attributes: true, attributeFilter: ['d'], subtree: true });
    addEventListener('scroll', () => {
      times.clear();
    });
  });
  for (const step of await staged()) {
    await scrollTo(step);
    await expectStep(step, 'wide');
    expect(await page.evaluate(() => Number(document.documentElement.dataset['times'] ?? 0))).toBeLessThan(3);
    const travelling = await page.evaluate(() =>
      [...document.querySelectorAll('.stage .travel')].filter(
        (path) => getComputedStyle(path).animationName !== 'none',
      ),
    );
    expect(travelling).toEqual([]);
  }
});
