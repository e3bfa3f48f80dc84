import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geometries } from '../../../src/layout/geometries.ts';
import type { Geometry } from '../../../src/layout/geometry.ts';
import { part } from '../../../src/layout/strip.ts';
import { tween } from '../../../src/layout/tween.ts';
import { marks } from '../../../src/render/marks.ts';
import { chart, link, networks, ring, ringColumns, scene } from './scenes.ts';

const [ab, bc, ca] = ring;
if (!ab || !bc || !ca) throw new Error('the ring has three links');
const less = link('less', 'a', 'b', 30, { replaces: 'ab' });
const laid = (...scenes: (typeof ring)[]): Geometry[] =>
  geometries(
    chart(ringColumns),
    scenes.map((links, index) => scene(ringColumns, links, String(index))),
    scenes.map(() => ({
      'node:a': [{ text: 'A', voice: 'name' }],
      'link:ab': [{ text: '100', voice: 'amount' }],
    })),
    'wide',
  );
const band = (geometry: Geometry, key: string) => geometry.bands.find((one) => one.key === key);
/** The point at a share of the length of a spine. */
function placeAt(spine: readonly number[], share: number): { x: number; y: number } {
  const { spine: cut } = part({ spine, width: [1, 1, 1], head: 0, bulge: [0, 0] }, 0, share);
  return { x: cut.at(-2) ?? NaN, y: cut.at(-1) ?? NaN };
}
const finite = (geometry: Geometry) =>
  marks(geometry).every((mark) => mark.type === 'label' || !/NaN|Infinity|undefined/.test(mark.d));

describe('tween', () => {
  const [one, two, all, later] = laid([ab], [ab, bc], [ab, bc, ca], [less, bc, ca]) as [
    Geometry,
    Geometry,
    Geometry,
    Geometry,
  ];

  test('is the scenes themselves at 0 and 1', () => {
    const way = tween(one, two);
    expect(way(0)).toBe(one);
    expect(way(1)).toBe(two);
  });

  test('lets a new link grow from its source', () => {
    const half = band(tween(two, all)(0.7), 'link:ca');
    const whole = band(all, 'link:ca');
    expect(half?.spine.slice(0, 2)).toEqual(whole?.spine.slice(0, 2));
    expect(half?.spine.slice(-2)).not.toEqual(whole?.spine.slice(-2));
    expect(band(tween(two, all)(0.1), 'link:ca')).toBeUndefined();
  });

  test('draws a leaving link off into its target', () => {
    const half = band(tween(all, two)(0.25), 'link:ca');
    const whole = band(all, 'link:ca');
    expect(half?.spine.slice(-2)).toEqual(whole?.spine.slice(-2));
    expect(half?.spine.slice(0, 2)).not.toEqual(whole?.spine.slice(0, 2));
    expect(band(tween(all, two)(0.9), 'link:ca')).toBeUndefined();
  });

  test('turns a link into the one that took its place, both ways', () => {
    for (const [from, to] of [
      [all, later],
      [later, all],
    ] as const) {
      const half = tween(from, to)(0.47);
      const width = half.bands.find(({ key }) => key === 'link:less' || key === 'link:ab')?.width[1] ?? NaN;
      expect(width).toBeGreaterThan(30 * half.scale);
      expect(width).toBeLessThan(100 * half.scale);
      expect(half.bands).toHaveLength(3);
    }
  });

  test('moves a label that stays and fades one that goes', () => {
    const way = tween(all, later);
    const label = (t: number, key: string) => way(t).labels.find((one) => one.key === key);
    expect(label(0.5, 'node:a')?.opacity).toBe(1);
    expect(label(0.1, 'link:ab')?.opacity).toBeLessThan(1);
    expect(label(0.5, 'link:ab')).toBeUndefined();
  });

  test('goes on from what is on the screen when it is interrupted', () => {
    const shown = tween(two, all)(0.6);
    const again = tween(shown, later);
    expect(again(0)).toBe(shown);
    // In more pieces, but the same line.
    for (const { key, spine } of shown.bands) {
      const goesOn =
        again(1e-9).bands.find((one) => one.key === key || one.replaces.includes(key))?.spine ?? [];
      for (const share of [0, 0.21, 0.5, 0.83, 1]) {
        const [before, after] = [placeAt(spine, share), placeAt(goesOn, share)];
        expect(Math.hypot(before.x - after.x, before.y - after.y)).toBeLessThan(0.2);
      }
    }
    expect(again(1)).toBe(later);
  });

  test('leaves its arguments as they were', () => {
    const before = JSON.stringify([two, all]);
    tween(two, all)(0.5);
    expect(JSON.stringify([two, all])).toBe(before);
  });
});

test('any way between any two scenes is finite throughout, interrupted or not', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      networks.filter(({ links }) => links.length > 0),
      fc.infiniteStream(fc.boolean()),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ columns, links }, chosen, first, second) => {
        const some = () => links.filter(() => chosen.next().value);
        const scenes = [some(), some(), links].map((shown, index) => scene(columns, shown, String(index)));
        const [one, two, three] = geometries(chart(columns, 1e6), scenes, [{}, {}, {}], 'wide') as [
          Geometry,
          Geometry,
          Geometry,
        ];
        const shown = tween(one, two)(first);
        expect(finite(shown)).toBe(true);
        expect(finite(tween(shown, three)(second))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
