// Does the stage follow a window that is turned or made smaller? Its step is that of the new reading line.

import { test } from 'vitest';
import { reader } from './reader.ts';
import { story } from './story.ts';

const page = await reader();
const { staged, scrollTo, expectStep, expectRest, scroll } = await story(page);

test.each([
  ['a phone is turned', { width: 390, height: 844 }, 'page', { width: 844, height: 390 }, 'page'],
  ['a tablet is turned', { width: 820, height: 1180 }, 'page', { width: 1180, height: 820 }, 'wide'],
  ['a window is made lower', { width: 1200, height: 1200 }, 'wide', { width: 1200, height: 500 }, 'page'],
] as const)('%s', async (_, before, formatBefore, after, formatAfter) => {
  await page.resize(before);
  await page.open('/');
  const onStage = await staged();
  for (const step of [onStage[Math.floor(onStage.length / 2)], onStage.at(-1)]) {
    if (!step) throw new Error('no step has a stage');
    await page.resize(before);
    await scrollTo(step);
    await expectStep(step, formatBefore);
    await page.resize(after);
    await expectRest();
    for (const turn of [320, -480]) {
      await scroll(turn);
      await expectRest();
    }
    await scrollTo(step);
    await expectStep(step, formatAfter);
  }
});
