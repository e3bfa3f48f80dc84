// Does a long reading leave no more in memory than a short one?

import { expect, test } from '@playwright/test';
import { steps } from './reader.ts';

test('a hundred changes of step leave no more nodes, listeners or memory than before', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  const ids = (await steps(page)).map(({ id }) => id);
  const client = await page.context().newCDPSession(page);
  // All of a walk happens in one call: each call leaves its own text in the page's memory.
  const walks = (count: number, pause: number) =>
    page.evaluate(
      async ([all, rest, times]) => {
        const until = async (isOver: () => boolean) => {
          while (!isOver()) await new Promise(requestAnimationFrame);
        };
        for (let turn = 0; turn < 100 * times; turn++) {
          const id = all[(turn * 3) % all.length] ?? '';
          document.getElementById(id)?.scrollIntoView({ behavior: 'instant' });
          // Every motion is broken off by the next.
          const end = performance.now() + rest;
          await until(() => performance.now() >= end);
        }
        document.getElementById(all[0] ?? '')?.scrollIntoView({ behavior: 'instant' });
        await until(() => document.querySelector('.step')?.hasAttribute('data-active') === true);
        await until(() => document.querySelector('.stage')?.hasAttribute('data-rests') === true);
      },
      [ids, pause, count] as const,
    );
  const measured = async () => {
    await walks(1, 100);
    for (let turn = 0; turn < 3; turn++) await client.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    return { nodes, jsEventListeners, usedSize };
  };
  // Of two measures the lower one: what waits to be collected is no growth.
  const pair = async () => [await measured(), await measured()].sort((a, b) => a.usedSize - b.usedSize);
  // The browser compiles what runs often, and keeps what it has compiled: that ends after some walks.
  await walks(10, 20);
  await walks(4, 60);
  const [before] = await pair();
  // Two measures differ by some kilobytes of their own: over ten walks that is little, and a leak is not.
  await walks(8, 20);
  const [after] = await pair();
  const passes = 10;
  if (!before || !after) throw new Error('nothing was measured');
  expect(after.nodes).toBe(before.nodes);
  expect(after.jsEventListeners).toBe(before.jsEventListeners);
  expect((after.usedSize - before.usedSize) / passes).toBeLessThanOrEqual(5000);
});
