import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frame } from '../../../src/layout/frame.ts';
import type { Box, Label } from '../../../src/layout/geometry.ts';
import { labels, type Texts } from '../../../src/layout/labels.ts';
import { hasSpokes, ringFrame, spokes } from '../../../src/layout/spokes.ts';
import { LEADING, textWidth } from '../../../src/layout/text.ts';

const RADIUS = 150;
const THICK = 8;
const wide = frame('wide', 720, true);
const centre = { x: 400, y: 360 };
/** A group of a ring in a direction as seen from the centre: money leaves inwards. */
const group = (id: string, direction: number, length = 10): Box => ({
  key: `node:${id}`,
  x: centre.x + RADIUS * Math.cos(direction),
  y: centre.y + RADIUS * Math.sin(direction),
  angle: direction + Math.PI,
  length,
  curvature: 1 / RADIUS,
  thickness: THICK,
});
const named = (boxes: readonly Box[]): Texts =>
  Object.fromEntries(
    boxes.map(({ key }) => [key, [{ text: `Firma ${key.slice(5)}`, voice: 'name' } as const]]),
  );
const TURN = 2 * Math.PI;
const around = (angle: number) => ((angle % TURN) + TURN) % TURN;
/** The direction of a label's spoke as seen from the centre, from its turn. */
const directionOf = ({ turn, anchor }: Label) =>
  around((turn * Math.PI) / 180 + (anchor === 'end' ? Math.PI : 0));
/** Directions of groups, some of them the same. */
const directions = fc
  .array(fc.nat(3599), { minLength: 25, maxLength: 80, size: 'max' })
  .map((all) => all.map((tenth) => (tenth * TURN) / 3600));

describe('names round a crowded ring', () => {
  test('stand at the angle of their groups where these are far enough apart', () => {
    const boxes = Array.from({ length: 12 }, (_, index) => group(String(index), 0.1 + (index * TURN) / 12));
    for (const [index, label] of spokes(boxes, named(boxes), wide).entries()) {
      expect(directionOf(label)).toBeCloseTo(0.1 + (index * TURN) / 12);
      expect(label.leader).toBeNull();
      const away = Math.hypot(label.x - centre.x, label.y - centre.y);
      expect(away).toBeGreaterThan(RADIUS + THICK);
    }
  });

  test('can be read from left to right on both sides', () => {
    const boxes = Array.from({ length: 30 }, (_, index) => group(String(index), (index * TURN) / 30));
    for (const label of spokes(boxes, named(boxes), wide)) {
      expect(Math.abs(label.turn)).toBeLessThanOrEqual(90.001);
      if (Math.abs(label.x - centre.x) > 10) expect(label.anchor).toBe(label.x < centre.x ? 'end' : 'start');
    }
  });

  test('keep the order of their groups, and a line of their size apart, all the way round', () => {
    fc.assert(
      fc.property(directions, (all) => {
        const boxes = all.map((direction, index) => group(String(index).padStart(2, '0'), direction));
        const placed = spokes(boxes, named(boxes), wide);
        const least = Math.min(TURN / boxes.length, (wide.sizes.name * LEADING) / (RADIUS + THICK + 20));
        const order = all
          .map((direction, index) => ({ direction, key: boxes[index]?.key ?? '' }))
          .sort((a, b) => a.direction - b.direction || (a.key < b.key ? -1 : 1));
        expect(placed.map(({ key }) => key)).toEqual(order.map(({ key }) => key));
        const gaps = placed.map((label, index) => {
          const next = placed[(index + 1) % placed.length];
          return next ? around(directionOf(next) - directionOf(label) + 1e-5) - 1e-5 : NaN;
        });
        expect(gaps.filter((gap) => !(gap > least - 1e-4))).toEqual([]);
        // Once round, in that order.
        expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBeCloseTo(TURN, 4);
      }),
      { numRuns: 1000 },
    );
  });

  test('have a leader from their group where they are moved away from it', () => {
    fc.assert(
      fc.property(directions, (all) => {
        const boxes = all.map((direction, index) => group(String(index).padStart(2, '0'), direction));
        for (const label of spokes(boxes, named(boxes), wide)) {
          const box = boxes.find(({ key }) => key === label.key);
          if (!box) throw new Error('a name without a group');
          const moved =
            Math.abs(Math.sin((directionOf(label) - box.angle - Math.PI) / 2)) * 2 * (RADIUS + THICK);
          if (moved > 2) expect(label.leader).not.toBeNull();
          if (!label.leader) continue;
          const [x, y] = label.leader;
          const shift = RADIUS + THICK + 2;
          expect(x).toBeCloseTo(centre.x - shift * Math.cos(box.angle));
          expect(y).toBeCloseTo(centre.y - shift * Math.sin(box.angle));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('leave out what has no name', () => {
    const boxes = [group('a', 0), group('b', 2)];
    const [only, ...others] = spokes(boxes, { 'node:b': [{ text: 'Firma', voice: 'name' }] }, wide);
    expect([only?.key, others]).toEqual(['node:b', []]);
    expect(spokes(boxes, {}, wide)).toEqual([]);
  });
});

test('only a ring with many names has them stand like spokes', () => {
  const ring = (count: number) =>
    Array.from({ length: count }, (_, index) => group(String(index), (index * TURN) / count));
  const turned = (count: number) =>
    labels([], ring(count), named(ring(count)), wide).labels.some(({ turn }) => turn !== 0);
  expect([turned(24), turned(25)]).toEqual([false, true]);
  expect([hasSpokes(24), hasSpokes(25)]).toEqual([false, true]);
});

test('a crowded ring has room for its longest name outside, a sparse one is as it was', () => {
  const names = Array.from({ length: 40 }, (_, index) => `Gesellschaft ${String(index)}`);
  const crowded = ringFrame(names, wide);
  expect(crowded.sizes.name).toBeLessThan(wide.sizes.name);
  for (const name of names)
    expect(crowded.rim).toBeGreaterThan(textWidth(name, crowded.sizes.name, 'semibold'));
  expect(ringFrame(names.slice(0, 5), wide)).toBe(wide);
});
