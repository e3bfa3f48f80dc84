import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geometries } from '../../../src/layout/geometries.ts';
import type { Band, Box, Format, Geometry } from '../../../src/layout/geometry.ts';
import { rails } from '../../../src/layout/strip.ts';
import type { Chart } from '../../../src/model/chart.ts';
import type { SceneNetwork } from '../../../src/model/scene.ts';
import { marks } from '../../../src/render/marks.ts';
import { svg } from '../../../src/render/svg.ts';
import {
  anyChart,
  chart,
  deepFrozen,
  examples,
  formats,
  link,
  pairsOf,
  reversed,
  ring,
  ringColumns,
  scene,
  type Net,
} from './scenes.ts';

const [ab, bc, ca] = ring;
if (!ab || !bc || !ca) throw new Error('the ring has three links');
const growing = [[ab], [ab, bc], [ab, bc, ca]].map((links, index) =>
  scene(ringColumns, links, String(index)),
);
const bandOf = ({ bands }: Geometry, key: string): Band => {
  const found = bands.find((band) => band.key === key);
  if (!found) throw new Error(`no band "${key}"`);
  return found;
};
const written = (geometry: Geometry) =>
  svg(marks(geometry), { width: 1, height: 1, className: 'any', scene: geometry.scene, name: '' });

describe('the scenes of a chart', () => {
  for (const format of ['page', 'wide'] as const) {
    const [one, two, three] = geometries(chart(ringColumns), growing, [{}, {}, {}], format) as [
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

    test(`lead a flow where the wider one runs that takes its place in ${format}`, () => {
      const columns = [['a'], ['b'], ['c']];
      const others = [link('ab', 'a', 'b', 100), link('bc', 'b', 'c', 100)];
      const old = link('old', 'c', 'a', 40);
      const next = link('next', 'c', 'a', 90, { replaces: 'old' });
      const [before, after] = geometries(
        chart(columns),
        [scene(columns, [...others, old], 'before'), scene(columns, [...others, next], 'after')],
        [{}, {}],
        format,
      ) as [Geometry, Geometry];
      const [narrow, broad] = [bandOf(before, 'link:old'), bandOf(after, 'link:next')];
      // The middle of its lane, the fifth of nine pieces.
      const across = ({ spine }: Band) => spine[2 * 12 + (format === 'wide' ? 1 : 0)];
      expect(across(narrow)).toBe(across(broad));
      expect(broad.replaces).toEqual(['link:old']);
    });
  }

  test('that show next to nothing are drawings', () => {
    const [empty, full] = geometries(
      chart(ringColumns),
      [scene(ringColumns, [], 'empty'), scene(ringColumns, ring)],
      [{}, {}],
      'page',
    );
    expect(empty).toMatchObject({ bands: [], boxes: [], labels: [], scale: full?.scale });
    expect(geometries(chart(ringColumns), [scene(ringColumns, [])], [{}], 'wide')).toMatchObject([
      { bands: [], boxes: [] },
    ]);
  });
});

const bounded = (value: number, most: number) => value >= -0.75 && value <= most + 0.75;
const along = ({ format, x, y }: Box & { format: Format }) => (format === 'wide' ? x : y);
/** How far a node reaches across, from and to. */
const spanOf = ({ x, y, length }: Box, format: Format) => {
  const middle = format === 'wide' ? y : x;
  return [middle - length / 2, middle + length / 2] as const;
};

/** What holds for any drawing of columns: finite, inside, nodes apart, lines on the nodes they belong to. */
function sound(geometry: Geometry, scene: SceneNetwork): void {
  const { width, height, format } = geometry;
  for (const mark of marks(geometry))
    if (mark.type === 'path') expect(mark.d).not.toMatch(/NaN|Infinity|undefined|e/);
  const drawn = scene.links.filter(({ given, value }) => given !== 'money' || value > 0);
  expect(geometry.bands.map(({ key }) => key).sort()).toEqual(drawn.map(({ id }) => `link:${id}`).sort());
  expect(geometry.boxes.map(({ key }) => key).sort()).toEqual(
    scene.nodes.map(({ id }) => `node:${id}`).sort(),
  );
  // Along, what climbs in a gutter that is shorter than it is wide leans over its ends: see the tests of the fit.
  const [across, most] = format === 'wide' ? [1, height] : [0, width];
  const outside = geometry.bands.filter((band) => {
    const { left, right } = rails(band);
    return [left, right].some((rail) =>
      rail.some((value, index) => index % 6 === across && !bounded(value, most)),
    );
  });
  expect(outside.map(({ key }) => key)).toEqual([]);
  for (const box of geometry.boxes) {
    const [start, end] = spanOf(box, format);
    const there = along({ ...box, format });
    expect(bounded(start, format === 'wide' ? height : width), box.key).toBe(true);
    expect(bounded(end, format === 'wide' ? height : width), box.key).toBe(true);
    expect(bounded(there - box.thickness, Infinity), box.key).toBe(true);
    expect(bounded(there, format === 'wide' ? width : height), box.key).toBe(true);
  }
  const onto = pairsOf(geometry.boxes).filter(([one, other]) => {
    if (along({ ...one, format }) !== along({ ...other, format })) return false;
    const [a, b] = [spanOf(one, format), spanOf(other, format)];
    return Math.min(a[1], b[1]) - Math.max(a[0], b[0]) > -0.03;
  });
  expect(onto).toEqual([]);
}

/** A low chart: places for labels, of which there are none, take the most time. */
const low = (columns: Net['columns'], perLine: number): Chart => ({
  ...chart(columns),
  formats: { page: { height: 360, perLine }, wide: { height: 400, perLine } },
});
const FINE = 1e6;

describe('any chart', { timeout: 120_000 }, () => {
  const none = [{}, {}, {}];

  test('is drawn in finite numbers, inside the drawing, node beside node', () => {
    fc.assert(
      fc.property(anyChart(), formats, ({ columns, scenes }, format) => {
        geometries(low(columns, FINE), scenes, none, format).forEach((geometry, index) => {
          sound(geometry, scenes[index] ?? scene([], []));
        });
      }),
      { numRuns: 1000 },
    );
  });

  test.each(Object.entries(examples))('is drawn that way: %s', (_, { columns, links }) => {
    const whole = scene(columns, links);
    for (const format of ['page', 'wide'] as const)
      for (const one of [chart(columns, FINE), low(columns, FINE)])
        for (const geometry of geometries(one, [whole], [{}], format)) sound(geometry, whole);
  });

  test('has one scale, one order, one place for each node and lane, one width for each flow in all its scenes', () => {
    fc.assert(
      fc.property(anyChart(30), formats, ({ columns, links, scenes }, format) => {
        const drawn = geometries(low(columns, FINE), scenes, none, format);
        expect(new Set(drawn.map(({ scale }) => scale)).size).toBe(1);
        const places = new Map<string, number[]>();
        const stays = (key: string, numbers: number[]) => {
          const before = places.get(key) ?? numbers;
          places.set(key, before);
          const away = Math.max(
            0,
            ...numbers.map((value, index) => Math.abs(value - (before[index] ?? NaN))),
          );
          expect(away, key).toBeLessThan(0.011);
        };
        const columnOf = new Map(
          columns.flatMap((nodes, column) => nodes.map((id) => [id, column] as const)),
        );
        for (const { boxes, bands } of drawn) {
          for (const { key, x, y } of boxes) stays(key, [x, y]);
          for (const { key, width, spine } of bands) {
            const one = links.find(({ id }) => key === `link:${id}`);
            const back = (columnOf.get(one?.target ?? '') ?? 0) <= (columnOf.get(one?.source ?? '') ?? 0);
            // Of what runs round: the place of its lane across, of its runs along, which are its third and seventh piece.
            const [off, on] = format === 'wide' ? [0, 1] : [1, 0];
            const round = [24 + on, 12 + off, 36 + off].map((index) => spine[index] ?? NaN);
            stays(key, [...width, ...(back ? round : [])]);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is the same text for scenes in another order of nodes and links, and leaves its arguments as they were', () => {
    fc.assert(
      fc.property(anyChart(30), formats, ({ columns, scenes }, format) => {
        const text = (given: readonly SceneNetwork[]) =>
          geometries(deepFrozen(low(columns, FINE)), deepFrozen(given), deepFrozen(none), format).map(
            written,
          );
        expect(text(scenes.map(reversed))).toEqual(text(scenes));
      }),
      { numRuns: 1000 },
    );
  });

  test('looks the same with a thousandfold of all amounts and of the sum per line', () => {
    fc.assert(
      fc.property(
        anyChart(30),
        formats,
        fc.constantFrom(40, FINE),
        ({ columns, scenes }, format, perLine) => {
          const draw = (factor: number): Geometry[] | string => {
            const more = scenes.map((one) => ({
              ...one,
              links: one.links.map((link) => ({ ...link, value: factor * link.value })),
            }));
            try {
              return geometries(low(columns, factor * perLine), more, none, format);
            } catch {
              return 'lines too close';
            }
          };
          const [small, large] = [draw(1), draw(1000)];
          if (typeof small === 'string' || typeof large === 'string') {
            expect(large).toBe(small);
            return;
          }
          small.forEach(({ bands, boxes }, index) => {
            const other = large[index] ?? { bands: [], boxes: [] };
            expect(other.bands.map(({ key, lines }) => [key, lines])).toEqual(
              bands.map(({ key, lines }) => [key, lines]),
            );
            const numbers = (drawn: Pick<Geometry, 'bands' | 'boxes'>) => [
              ...drawn.bands.flatMap(({ spine, width }) => [...spine, ...width]),
              ...drawn.boxes.flatMap(({ x, y, length }) => [x, y, length]),
            ];
            const after = numbers(other);
            const away = numbers({ bands, boxes }).map((value, at) => Math.abs(value - (after[at] ?? NaN)));
            expect(Math.max(0, ...away)).toBeLessThan(0.05);
          });
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('has its lines far enough apart, or says what to do about it', () => {
    fc.assert(
      fc.property(
        anyChart(30),
        formats,
        fc.integer({ min: 1, max: 400 }),
        ({ columns, scenes }, format, perLine) => {
          const pitches = (sum: number) =>
            geometries(low(columns, sum), scenes, none, format).map((one) => one.scale * one.perLine);
          let remedy = perLine;
          try {
            for (const pitch of pitches(perLine)) expect(pitch).toBeGreaterThanOrEqual(2.2 - 5e-5 * perLine);
          } catch (error) {
            if (!(error instanceof Error) || !error.message.startsWith('content/')) throw error;
            expect(error.message).toMatch(
              new RegExp(
                `^content/charts/chart\\.yaml · formats\\.${format}\\.perLine: ${String(perLine)} bn a line`,
              ),
            );
            remedy = Number(/Use at least (\d+)/.exec(error.message)?.[1]);
            expect(remedy).toBeGreaterThan(perLine);
          }
          expect(() => pitches(remedy)).not.toThrow();
        },
      ),
      { numRuns: 1000 },
    );
  });
});
