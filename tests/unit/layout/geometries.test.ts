import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geometries } from '../../../src/layout/geometries.ts';
import type { Geometry } from '../../../src/layout/geometry.ts';
import { along } from '../../../src/layout/strip.ts';
import { marks } from '../../../src/render/marks.ts';
import { chart, link, networks, ring, ringColumns, scene } from './scenes.ts';

const [ab, bc, ca] = ring;
if (!ab || !bc || !ca) throw new Error('the ring has three links');
const scenes = [[ab], [ab, bc], [ab, bc, ca]].map((links, index) => scene(ringColumns, links, String(index)));

describe('the scenes of a chart', () => {
  for (const format of ['page', 'wide'] as const) {
    const [one, two, three] = geometries(chart(ringColumns), scenes, [{}, {}, {}], format) as [
      Geometry,
      Geometry,
      Geometry,
    ];

    test(`share their scale and the places of their nodes in ${format}`, () => {
      expect([two.scale, three.scale]).toEqual([one.scale, one.scale]);
      for (const key of ['node:a', 'node:b'])
        for (const later of [two, three]) {
          const place = (geometry: Geometry) => {
            const box = geometry.boxes.find((candidate) => candidate.key === key);
            return box && [box.x, box.y];
          };
          expect(place(later)).toEqual(place(one));
        }
    });

    test(`draw every flow as wide as its value in ${format}`, () => {
      for (const { key, width } of three.bands) {
        const value = { 'link:ab': 100, 'link:bc': 300, 'link:ca': 40 }[key] ?? NaN;
        expect(Math.abs(width[1] - value * three.scale)).toBeLessThan(0.02);
      }
    });

    test(`let dashes travel round the loop once it is closed in ${format}`, () => {
      const closed = geometries(
        chart(ringColumns),
        [{ ...scene(ringColumns, ring), cycles: [['bc', 'ca', 'ab']] }],
        [{}],
        format,
      );
      const order = closed[0]?.bands.map(({ key, travel }) => [key, travel]);
      expect(Object.fromEntries(order ?? [])).toEqual({ 'link:bc': 0, 'link:ca': 1, 'link:ab': 2 });
    });
  }
});

test('lines that would stand too close stop the build, with the remedy', () => {
  expect(() => geometries(chart(ringColumns, 0.1), scenes, [{}, {}, {}], 'page')).toThrow(
    /content\/charts\/chart\.yaml · formats\.page\.perLine: 0\.1 bn a line .* Use at least \d+/,
  );
});

test('page is wide with the axes swapped, for boxes that are swapped', () => {
  const square = {
    ...chart(ringColumns),
    formats: { page: { height: 360, perLine: 1e6 }, wide: { height: 800, perLine: 1e6 } },
  };
  const drawn = (format: 'page' | 'wide') => geometries(square, [scene(ringColumns, ring)], [{}], format)[0];
  // In page money runs down, in wide to the right.
  const path = (format: 'page' | 'wide') =>
    drawn(format)?.boxes.map(({ x, y }) => (format === 'wide' ? x : y));
  expect(path('page')).toEqual([...(path('page') ?? [])].sort((a, b) => a - b));
  expect(path('wide')).toEqual([...(path('wide') ?? [])].sort((a, b) => a - b));
});

describe('any network', { timeout: 60_000 }, () => {
  const runs = { numRuns: 100 };
  const laid = (columns: string[][], links: typeof ring, format: 'page' | 'wide') => {
    const [geometry] = geometries(chart(columns, 1e6), [scene(columns, links)], [{}], format);
    if (!geometry) throw new Error('one scene, one geometry');
    return geometry;
  };

  test('is drawn in finite numbers', () => {
    fc.assert(
      fc.property(
        networks,
        fc.constantFrom('page' as const, 'wide' as const),
        ({ columns, links }, format) => {
          for (const mark of marks(laid(columns, links, format)))
            if (mark.type === 'path') expect(mark.d).not.toMatch(/NaN|Infinity|undefined/);
        },
      ),
      runs,
    );
  });

  test('has a band for every link with a value, none for the others, and a ring for a ring', () => {
    fc.assert(
      fc.property(networks, ({ columns, links }) => {
        const zero = link('zero', columns[0]?.[0] ?? '', columns[0]?.[0] ?? '', 0);
        const { bands } = laid(columns, [...links, zero], 'wide');
        expect(bands.map(({ key }) => key).sort()).toEqual(links.map(({ id }) => `link:${id}`).sort());
        const ringed = geometries(
          chart(columns, 1e9),
          [{ ...scene(columns, links), form: 'chord' }],
          [{}],
          'wide',
        )[0];
        expect(ringed?.bands).toHaveLength(links.length);
      }),
      runs,
    );
  });

  test('looks the same with all amounts a thousandfold', () => {
    fc.assert(
      fc.property(networks, ({ columns, links }) => {
        const more = links.map((one) => ({ ...one, value: one.value * 1000 }));
        const [small, large] = [laid(columns, links, 'wide'), laid(columns, more, 'wide')];
        small.bands.forEach((band, index) => {
          const other = large.bands[index];
          along(band, 0.5).forEach((value, place) => {
            expect(Math.abs(value - (other ? (along(other, 0.5)[place] ?? NaN) : NaN))).toBeLessThan(0.06);
          });
        });
      }),
      runs,
    );
  });
});
