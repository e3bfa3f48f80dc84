import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bands } from '../../../src/layout/bands.ts';
import { columnsOf, fitted } from '../../../src/layout/fit.ts';
import { frame, PITCH, type Frame } from '../../../src/layout/frame.ts';
import { sankey, seatsOf } from '../../../src/layout/sankey.ts';
import { rails } from '../../../src/layout/strip.ts';
import {
  anyChart,
  anyNet,
  examples,
  formats,
  link,
  ring,
  ringColumns,
  scene,
  spaces,
  type Net,
} from './scenes.ts';

const fit = ({ columns, links }: Net, space: Frame, perLine: number) => {
  const whole = scene(columns, links);
  return fitted(whole, [whole], columns.length, space, perLine);
};
const net = { columns: ringColumns, links: ring };

describe('a chart that fits easily', () => {
  test('is drawn so large that its widest flow takes its share of the drawing', () => {
    const one = { columns: [['a'], ['b']], links: [link('ab', 'a', 'b', 300)] };
    expect(300 * fit(one, frame('wide', 720), 1000).scale).toBeCloseTo(0.6 * 720);
    expect(300 * fit(one, frame('page', 640), 1000).scale).toBeCloseTo(0.5 * 360);
  });

  test('keeps its distances', () => {
    const space = frame('wide', 720);
    expect(fit(net, space, 1000).frame).toBe(space);
  });

  test('has arrows of one weight when it is schematic, however large the drawing', () => {
    const whole = {
      ...scene(
        ringColumns,
        ring.map((one) => ({ ...one, value: 1 })),
      ),
      schematic: true,
    };
    for (const height of [500, 720]) {
      const { scale } = fitted(whole, [whole], 3, frame('wide', height), 0.125);
      expect(scale * 0.125).toBeCloseTo(3.6);
    }
  });
});

test('distances give way before hairlines stand too close', () => {
  const space = frame('page', 640);
  // Six flows side by side: with free space between them, no room for their lines.
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const links = names.map((name) => link(name, name, `to-${name}`, 50));
  const tight = { columns: [names, names.map((name) => `to-${name}`)], links };
  const roomy = fit(tight, space, 1000);
  const perLine = (0.98 * PITCH) / roomy.scale;
  const close = fit(tight, space, perLine);
  expect(roomy.frame).toBe(space);
  expect(close.frame.padding).toBeLessThan(space.padding);
  expect(close.frame.thinnest).toBe(space.thinnest);
  expect(close.scale * perLine).toBeGreaterThanOrEqual(PITCH);
});

test('a bar counts as a flow does', () => {
  const bars = [
    {
      ...scene(ringColumns, [], 'bars'),
      form: 'bars' as const,
      bars: [
        {
          ...{ id: 'bar', node: 'a', value: 3000, measure: 'Umsatz', period: '2025', amount: 3000 },
          ...{ currency: 'USD' as const, references: [] },
        },
      ],
    },
  ];
  const whole = scene(ringColumns, ring);
  const { scale } = fitted(whole, [whole, ...bars], 3, frame('wide', 720), 1000);
  expect(3000 * scale).toBeCloseTo(0.6 * 720);
});

describe('any network', { timeout: 60_000 }, () => {
  test('fits the drawing in both directions, gutters between its columns', () => {
    fc.assert(
      fc.property(anyNet(), spaces, fc.constantFrom(1, 20, 1e6), (some, start, perLine) => {
        const { frame: space, scale } = fit(some, start, perLine);
        expect(scale).toBeGreaterThan(0);
        const placed = sankey(scene(some.columns, some.links), some.columns.length, space, scale, null);
        expect(placed.end - placed.start).toBeLessThanOrEqual(space.across - 2 * space.margin + 1e-6);
        const edges = columnsOf(placed, some.columns.length, space);
        const [first = NaN, last = NaN] = [edges[0], edges.at(-1)];
        expect(first - (placed.gutters[0] ?? NaN)).toBeGreaterThanOrEqual(space.ends - 1e-6);
        const beyond = space.along - (last + space.thickness + (placed.gutters.at(-1) ?? NaN));
        expect(beyond).toBeGreaterThanOrEqual(space.ends - 1e-6);
        edges.slice(1).forEach((edge, before) => {
          const gutter = edge - (edges[before] ?? NaN) - space.thickness;
          expect(gutter).toBeGreaterThanOrEqual(
            Math.max(space.reach, placed.gutters[before + 1] ?? NaN) - 1e-6,
          );
        });
      }),
      {
        numRuns: 2000,
        examples: Object.values(examples).flatMap((some): [Net, Frame, number][] => [
          [some, frame('page', 360), 15],
          [some, frame('wide', 720), 1],
        ]),
      },
    );
  });

  test('has every joint of every rail inside the drawing, in all its scenes', () => {
    fc.assert(
      fc.property(anyChart(60), spaces, ({ columns, links, scenes }, start) => {
        const whole = scene(columns, links);
        const { frame: space, scale } = fitted(whole, scenes, columns.length, start, 1e6);
        const all = sankey(whole, columns.length, space, scale, null);
        const edges = columnsOf(all, columns.length, space);
        const shift = (space.across - all.start - all.end) / 2;
        // A flow that climbs in a gutter shorter than it is wide leans over the ends of the gutter.
        const leaning = all.courses.filter(({ lane, width, from, to }) =>
          edges
            .slice(from.column, to.column)
            .some(
              (edge, step) =>
                !lane && (edges[from.column + step + 1] ?? NaN) - edge - space.thickness < width,
            ),
        );
        const leans = new Set(leaning.map(({ link: { id } }) => `link:${id}`));
        for (const one of [whole, ...scenes]) {
          const placed = sankey(one, columns.length, space, scale, seatsOf(all));
          const drawn = bands(placed, { columns: edges, shift, perLine: 1, travels: [] }, space).bands;
          const outside = drawn.filter((band) => {
            const { left, right } = rails(band);
            return [...left, ...right].some((value, index) => {
              if (index % 6 > 1 || leans.has(band.key)) return false;
              return value < -0.75 || value > (index % 2 === 0 ? space.width : space.height) + 0.75;
            });
          });
          expect(outside.map(({ key }) => key)).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('has no flow wider than its share, and lines as far apart as it can', () => {
    fc.assert(
      fc.property(anyNet(30), formats, fc.integer({ min: 1, max: 40 }), (some, format, perLine) => {
        const start = frame(format, 480);
        const { frame: space, scale } = fit(some, start, perLine);
        const money = some.links.filter(({ given }) => given === 'money').map(({ value }) => value);
        const share = (format === 'wide' ? 0.6 : 0.5) * start.across;
        expect(scale * Math.max(1e-9, ...money)).toBeLessThanOrEqual(share + 1e-6);
        // Distances are as they were, or it is for the sake of the lines.
        const roomy = fit(some, start, 1e6);
        expect(scale).toBeGreaterThanOrEqual(roomy.scale);
        if (roomy.frame === start && roomy.scale * perLine >= PITCH) expect(space).toBe(start);
      }),
      { numRuns: 1000 },
    );
  });
});
