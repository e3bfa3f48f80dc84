// Does the stage, at rest, show the built drawing of the step that is read, however the reader got there?

import { expect, test } from 'vitest';
import type { Size } from './driver.ts';
import { reader } from './reader.ts';
import { story, type Format } from './story.ts';

/** The scenarios that every window has to stand. */
export async function core(size: Size, format: Format): Promise<void> {
  const page = await reader();
  await page.resize(size);
  const { steps, staged, sight, scrollTo, expectStep, expectRest, scroll } = await story(page);
  // Very tall drawings have no stage on phones.
  const onStage = await staged();
  const [first, middle, last] = [onStage[0], onStage[Math.floor(onStage.length / 2)], onStage.at(-1)];
  if (!first || !middle || !last) throw new Error('no step has a stage');

  const hash = () => page.evaluate(() => location.hash);

  test('each step reached by scrolling down and up shows its still', async () => {
    await page.open('/');
    for (const step of [...steps, ...[...steps].reverse()]) {
      await scrollTo(step);
      await expectStep(step, format);
    }
  });

  test('End, Home and an anchor jump to the still that belongs there', async () => {
    await page.open('/');
    // The page may grow while it is laid out below; a reader presses once more.
    await expect
      .poll(
        async () => {
          await page.press('End');
          return page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
        },
        { interval: 500 },
      )
      .toBeLessThan(2);
    await expectRest();
    await page.press('Home');
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await expectRest();
    for (const step of [last, first, middle]) {
      await page.evaluate((id) => {
        location.hash = id;
      }, step.id);
      await expectStep(step, format);
    }
  });

  test('turning the wheel ends at the still of the step that is read', async () => {
    await page.open('/');
    await scrollTo(middle);
    await expectStep(middle, format);
    const seen = new Set<string | null>();
    for (const turn of [900, 1300, -1700]) {
      await scroll(turn);
      seen.add((await expectRest()).step);
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  test('reloading in the middle shows the step that was read', async () => {
    await page.open('/');
    await scrollTo(middle);
    await expectStep(middle, format);
    await page.reload();
    await expectStep(middle, format);
  });

  test('opening an address shows its step', async () => {
    for (const step of [middle, last, first]) {
      await page.open(`/#${step.id}`);
      await expectStep(step, format);
    }
  });

  test('the address follows the step and fills no history; back leaves, forward returns', async () => {
    await page.open(`/grafik/${first.scene.split('/')[0] ?? ''}/`);
    const chart = await page.evaluate(() => location.pathname);
    await page.click('.back a');
    await expect
      .poll(() => page.evaluate(() => document.documentElement.hasAttribute('data-ready')))
      .toBe(true);
    const before = await page.evaluate(() => history.length);
    for (const step of [last, first, middle]) {
      await scrollTo(step);
      await expect.poll(hash).toBe(`#${step.id}`);
    }
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.back();
    expect(await page.evaluate(() => location.pathname)).toBe(chart);
    await page.forward();
    await expectStep(middle, format);
    expect(await hash()).toBe(`#${middle.id}`);
  });

  test('above the first step the address names none', async () => {
    await page.open(`/#${first.id}`);
    await expectStep(first, format);
    for (let turns = 0; (await sight()).step !== null && turns < 40; turns++) await scroll(-100);
    await expect.poll(hash).toBe('');
  });
}
