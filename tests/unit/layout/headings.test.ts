import { expect, test } from 'vitest';
import { frame } from '../../../src/layout/frame.ts';
import { geometries } from '../../../src/layout/geometries.ts';
import { headings } from '../../../src/layout/headings.ts';
import { chart, link, ring, ringColumns, scene } from './scenes.ts';

const roles = ['Chips', 'Labor', 'Cloud'];
const headed = frame('wide', 600, false, true);

test('each column in use has its role over it, from edge to edge', () => {
  const labels = headings(roles, scene(ringColumns, ring), [6, 300, 780], headed);
  expect(labels.map(({ lines, x, anchor }) => [lines[0]?.text, x, anchor])).toEqual([
    ['Chips', 6, 'start'],
    ['Labor', 300 + headed.thickness / 2, 'middle'],
    ['Cloud', 780 + headed.thickness, 'end'],
  ]);
  for (const { y } of labels) expect(y).toBeLessThan(headed.head);
  const [some] = [headings(roles, scene(ringColumns, [link('ab', 'a', 'b', 5)]), [6, 300, 780], headed)];
  expect(some.map(({ key }) => key)).toEqual(['column:0', 'column:1']);
});

test('a narrow drawing has none, nor has one whose chart names none', () => {
  expect(headings(roles, scene(ringColumns, ring), [4, 200, 400], frame('page', 600, false, true))).toEqual(
    [],
  );
  expect(headings([], scene(ringColumns, ring), [6, 300, 780], frame('wide', 600))).toEqual([]);
});

test('the drawing keeps clear of its headings', () => {
  // So large that it fills the drawing from edge to edge.
  const tall = [...ring, link('ab2', 'a', 'b', 400), link('ca2', 'c', 'a', 300, { side: 'above' })];
  const texts = [{ 'node:a': [{ text: 'A', voice: 'name' as const }] }];
  const low = {
    ...chart(ringColumns),
    formats: { ...chart(ringColumns).formats, wide: { height: 420, perLine: 1000 } },
  };
  const [plain] = geometries(low, [scene(ringColumns, tall)], texts, 'wide');
  const [named] = geometries({ ...low, roles }, [scene(ringColumns, tall)], texts, 'wide');
  const top = (geometry: typeof plain) =>
    Math.min(
      ...(geometry?.bands ?? []).flatMap(({ spine, width }) =>
        spine.filter((_, index) => index % 2 === 1).map((y) => y - width[1] / 2),
      ),
    );
  expect(top(plain)).toBeLessThan(headed.head);
  expect(top(named)).toBeGreaterThanOrEqual(headed.head);
  expect(named?.labels.filter(({ key }) => key.startsWith('column:'))).toHaveLength(3);
  expect(named?.labels.find(({ key }) => key === 'node:a')?.extent?.[1]).toBeGreaterThan(headed.head);
});
