import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Band, Box, Label } from '../../../src/layout/geometry.ts';
import { settledBand, settledBox, settledLabel, settledScale } from '../../../src/layout/settled.ts';
import { lineTo } from '../../../src/layout/spine.ts';
import { DASH, lengths } from '../../../src/layout/strip.ts';

const length = fc.double({ min: -1000, max: 1000, noNaN: true });
const parts = (value: number, count: number) => Math.abs(value * count - Math.round(value * count));

const band = (spine: readonly number[], width: Band['width'] = [10, 10, 10]): Band => ({
  ...{ key: 'link:a', replaces: [], source: null, target: null, given: 'money', kind: 'cloud' },
  ...{ status: 'announced', lines: 3, paid: 0, open: 0, travel: -1, focus: true },
  ...{ period: 0, spine, width, head: 6.123456, bulge: [1.23456, 0] },
});

test('a band is written to two decimals', () => {
  fc.assert(
    fc.property(fc.tuple(length, length, length, length), ([x, y, u, v]) => {
      const before = band(lineTo([x, y], u, v), [x, y, u]);
      const after = settledBand(before);
      const numbers = ({ spine, width, head, bulge }: Band) => [...spine, ...width, head, ...bulge];
      numbers(after).forEach((value, index) => {
        expect(parts(value, 100)).toBeLessThan(1e-6);
        expect(Math.abs(value - (numbers(before)[index] ?? NaN))).toBeLessThanOrEqual(0.005 + 1e-9);
      });
      expect(numbers(settledBand(after))).toEqual(numbers(after));
    }),
    { numRuns: 1000 },
  );
});

test('a flow ends with a whole dash, each about as long as any other', () => {
  fc.assert(
    fc.property(fc.double({ min: 20, max: 2000, noNaN: true }), (long) => {
      const { spine, period } = settledBand(band(lineTo([0, 0], long, 0)));
      const total = lengths(spine).reduce((sum, one) => sum + one, 0);
      const over = total / period - DASH;
      // A hundredth of rounding for each period.
      expect(Math.abs(over - Math.round(over)) * period).toBeLessThan(0.01 * (over + 1));
      expect(period).toBeGreaterThan(6);
      expect(period).toBeLessThan(18);
    }),
    { numRuns: 1000 },
  );
});

test('a box is written to two decimals, its directions to six', () => {
  const box: Box = {
    key: 'node:a',
    x: 1.23456,
    y: 2.34567,
    angle: 1.23456789,
    length: 3.45678,
    curvature: 0.0123456789,
    thickness: 12,
  };
  expect(settledBox(box)).toEqual({
    ...box,
    ...{ x: 1.23, y: 2.35, angle: 1.234568, length: 3.46, curvature: 0.012346 },
  });
});

test('a label is written to two decimals, with all that stands round it', () => {
  const label: Label = {
    ...{ key: 'node:a', x: 1.23456, y: 2.34567, anchor: 'start', turn: 12.3456, kind: null, inverse: false },
    ...{ opacity: 1, plate: [1.001, 2.009, 3.456, 4.5], leader: [1.111, 2.222, 3.333, 4.444] },
    extent: [5.555, 6.666, 7.777, 8.888],
    lines: [{ text: 'Oracle', voice: 'name', size: 14, dy: 0.123456 }],
  };
  expect(settledLabel(label)).toEqual({
    ...label,
    ...{ x: 1.23, y: 2.35, turn: 12.35, plate: [1, 2.01, 3.46, 4.5], leader: [1.11, 2.22, 3.33, 4.44] },
    extent: [5.56, 6.67, 7.78, 8.89],
    lines: [{ text: 'Oracle', voice: 'name', size: 14, dy: 0.12 }],
  });
  expect(settledLabel({ ...label, plate: null, leader: null })).toMatchObject({ plate: null, leader: null });
});

test('the scale is written to four decimals', () => {
  expect(settledScale(0.123456)).toBe(0.1235);
});

// A drawing has to be the same bytes on every computer, whatever its language, its time zone, and the day.
test('nothing that draws or writes asks for language, time zone, day or chance', async () => {
  const source = new URL('../../../src/', import.meta.url);
  for (const folder of ['layout', 'model', 'render']) {
    const files = (await readdir(new URL(folder, source), { recursive: true })).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      const text = await readFile(new URL(`${folder}/${name}`, source), 'utf8');
      expect(text, `${folder}/${name}`).not.toMatch(
        /localeCompare|toLocale|\bIntl\b|new Date\(\)|Date\.now|Date\(\d|getTimezone|\.get(?:Date|Day|Hours|Month|FullYear)\(|Math\.random|performance\./,
      );
    }
  }
});
