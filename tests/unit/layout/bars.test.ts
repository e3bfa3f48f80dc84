import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bars, tallest } from '../../../src/layout/bars.ts';
import { frame } from '../../../src/layout/frame.ts';
import { geometries } from '../../../src/layout/geometries.ts';
import type { Format } from '../../../src/layout/geometry.ts';
import { rectangleOf, type Rectangle } from '../../../src/layout/places.ts';
import type { SceneBar, SceneNetwork } from '../../../src/model/scene.ts';
import { texts } from '../../../src/render/rows.ts';
import { ui } from '../render/ui.ts';
import { chart, formats, pairsOf, ring, ringColumns, scene } from './scenes.ts';

const bar = (id: string, node: string, value: number): SceneBar => ({
  ...{ id, node, value, measure: 'Auftragsbestand (RPO)', period: 'Geschäftsjahr 2026' },
  ...{ amount: value, currency: 'USD', references: [] },
});
const barScene = (all: readonly SceneBar[]): SceneNetwork => ({
  ...scene(ringColumns, [...ring]),
  form: 'bars',
  nodes: scene(ringColumns, [...ring]).nodes.filter(({ id }) => all.some(({ node }) => node === id)),
  links: [],
  bars: all,
});
const drawn = (all: readonly SceneBar[], format: Format) =>
  bars(barScene(all), frame(format, 600), { scale: 0.5, perLine: 5, shift: 20 });

const someBars = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.double({ min: 0.1, max: 600, noNaN: true })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map(([node, value], index) => bar(`bar${String(index)}`, node, value)));

describe('bars', () => {
  test('stand on a common base, as long as their values, one after the other', () => {
    fc.assert(
      fc.property(someBars, formats, (all, format) => {
        const { bands } = drawn(all, format);
        expect(bands.map(({ key }) => key)).toEqual(all.map(({ id }) => `bar:${id}`));
        const [along, across] = format === 'wide' ? [0, 1] : [1, 0];
        const bases = bands.map(({ spine, width: [width] }) => {
          const middle = spine[across] ?? NaN;
          expect(spine.at(across - 2)).toBeCloseTo(middle);
          return format === 'wide' ? middle + width / 2 : middle - width / 2;
        });
        for (const base of bases) expect(base).toBeCloseTo(bases[0] ?? NaN);
        bands.forEach(({ width, lines }, index) => {
          const value = all[index]?.value ?? NaN;
          for (const one of width) expect(one).toBeCloseTo(0.5 * value);
          expect(lines).toBe(Math.max(1, Math.round(value / 5)));
        });
        let before = -Infinity;
        for (const { spine } of bands) {
          expect(spine[along]).toBeGreaterThan(before);
          expect(spine.at(along - 2)).toBeGreaterThan(spine[along] ?? NaN);
          before = spine.at(along - 2) ?? NaN;
        }
      }),
      { numRuns: 600 },
    );
  });

  test('run into their node, of several the last one, which is as high as it', () => {
    const { bands, boxes } = drawn(
      [bar('one', 'a', 100), bar('two', 'a', 200), bar('three', 'b', 50)],
      'wide',
    );
    expect(bands.map(({ target }) => target)).toEqual([null, 'node:a', 'node:b']);
    expect(boxes.map(({ key, length }) => [key, length])).toEqual([
      ['node:a', 100],
      ['node:b', 25],
    ]);
    for (const { key, x, y, thickness } of boxes) {
      const into = bands.find(({ target }) => target === key);
      expect(into?.spine.slice(-2)).toEqual([x - thickness, y]);
    }
  });

  test('need the longest of them across, and room for words over several in wide', () => {
    const space = frame('wide', 600);
    expect(tallest(barScene([bar('one', 'a', 100)]), space, 0.5)).toBe(50);
    expect(tallest(barScene([bar('one', 'a', 100), bar('two', 'b', 30)]), space, 0.5)).toBeGreaterThan(50);
    expect(tallest(barScene([bar('one', 'a', 100), bar('two', 'b', 30)]), frame('page', 600), 0.5)).toBe(50);
  });
});

const overlap = ([x, y, w, h]: Rectangle, [u, v, b, t]: Rectangle) =>
  Math.min(x + w, u + b) - Math.max(x, u) > 0.5 && Math.min(y + h, v + t) - Math.max(y, v) > 0.5;

const low = {
  ...chart(ringColumns),
  formats: { page: { height: 420, perLine: 1e6 }, wide: { height: 420, perLine: 1e6 } },
};

test.each(['page', 'wide'] as const)(
  'names and amounts of two or three bars keep off each other in %s',
  (format) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 20, max: 600 }), { minLength: 1, maxLength: 3 }), (values) => {
        const one = barScene(
          values.map((value, index) => bar(`bar${String(index)}`, 'abc'[index] ?? '', value)),
        );
        const [geometry] = geometries(low, [one], [texts(one, ui, false)], format);
        if (!geometry) throw new Error('one scene, one geometry');
        expect(geometry.labels).toHaveLength(2 * values.length);
        const places = geometry.labels.map(({ key, extent }) => ({
          key,
          place: extent ?? ([0, 0, 0, 0] as const),
        }));
        const onto = pairsOf(places).filter(([a, b]) => overlap(a.place, b.place));
        expect(onto).toEqual([]);
        for (const box of geometry.boxes)
          for (const { key, place } of places)
            if (key.startsWith('bar:'))
              expect(overlap(place, rectangleOf(box, frame(format, 600))), key).toBe(false);
        for (const {
          key,
          place: [x, y, w, h],
        } of places)
          expect(x >= 0 && y >= 0 && x + w <= geometry.width && y + h <= geometry.height, key).toBe(true);
      }),
      { numRuns: 60 },
    );
  },
);
