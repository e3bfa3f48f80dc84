import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../../src/layout/geometry.ts';
import { mixedPin, pin, tip, tipOn } from '../../../src/layout/pins.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const boxes: fc.Arbitrary<Box> = fc.record({
  key: fc.constant('node:a'),
  x: between(0, 800),
  y: between(0, 800),
  angle: between(-4, 4),
  length: between(1, 300),
  curvature: fc.oneof(fc.constant(0), between(1e-12, 1e-9), between(1e-9, 1e-7), between(1e-4, 0.02)),
  thickness: fc.constant(10),
});
const flat: Box = { key: 'node:a', x: 10, y: 0, angle: 0, length: 40, curvature: 0, thickness: 10 };

describe('a pin', () => {
  test('is where the end was while the box stays as it is', () => {
    // Nearer to the edge than to the middle of its circle, as all ends are.
    const ends = fc.record({ ahead: between(-30, 30), aside: between(-40, 40), angle: between(-3, 3) });
    fc.assert(
      fc.property(boxes, ends, (box, { ahead, aside, angle }) => {
        const x = box.x + ahead * Math.cos(box.angle) - aside * Math.sin(box.angle);
        const y = box.y + ahead * Math.sin(box.angle) + aside * Math.cos(box.angle);
        const on = tipOn(box, pin(box, { x, y, angle }));
        expect(Math.hypot(on.x - x, on.y - y)).toBeLessThan(1e-9);
        expect(Math.sin((on.angle - angle) / 2)).toBeCloseTo(0, 9);
      }),
      { numRuns: 5000 },
    );
  });

  test('moves and turns with its box', () => {
    const end = pin(flat, { x: 13, y: 15, angle: 0 });
    expect(end).toMatchObject({ offset: 15, distance: 3, turn: 0 });
    const { x, y, angle } = tipOn({ ...flat, x: 100, angle: Math.PI / 2 }, end);
    expect([x, y, angle]).toEqual([85, 3, Math.PI / 2].map((value) => expect.closeTo(value) as number));
  });

  test('stays on the edge of a box that bends', () => {
    const { x, y, angle } = tipOn({ ...flat, curvature: 0.05 }, pin(flat, { x: 10, y: 20, angle: 0 }));
    // The edge is an arc of radius 20 round (30, 0) then, and 20 along it is one radian.
    expect(Math.hypot(x - 30, y)).toBeCloseTo(20);
    expect(Math.atan2(y, 30 - x)).toBeCloseTo(1);
    expect(angle).toBeCloseTo(-1);
  });

  test('keeps its share of an edge that grows', () => {
    const end = pin(flat, { x: 10, y: 20, angle: 0 });
    expect(tipOn({ ...flat, length: 20 }, end).y).toBeCloseTo(10);
    // Between two places on an edge it is at the mean of the two, whatever their shares are.
    const later = pin({ ...flat, length: 100 }, { x: 10, y: 0, angle: 0 });
    expect(tipOn({ ...flat, length: 70 }, mixedPin(end, later, 0.5)).y).toBeCloseTo(10);
  });
});

test('an end whose handle has no length points to where the strip goes on', () => {
  const spine = [0, 0, 0, 0, 0, 30, 0, 60, 0, 60, 0, 60, 0, 60];
  expect(tip(spine, 'source')).toEqual({ x: 0, y: 0, angle: Math.PI / 2 });
  expect(tip(spine, 'target')).toEqual({ x: 0, y: 60, angle: Math.PI / 2 });
});
