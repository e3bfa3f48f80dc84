import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frame, type Frame } from '../../../src/layout/frame.ts';
import type { Across, Course } from '../../../src/layout/routes.ts';
import { sankey, seatsOf } from '../../../src/layout/sankey.ts';
import {
  anyChart,
  anyNet,
  everyExample,
  examples,
  link,
  pairsOf,
  scales,
  scene,
  spaces,
  type Net,
} from './scenes.ts';

const wide = frame('wide', 720);
const NEAR = 1e-6;
const laid = ({ columns, links }: Net, space: Frame, scale: number) =>
  sankey(scene(columns, links), columns.length, space, scale, null);

/** The whole and each of some scenes that take their seats from it. */
const always = (check: (placed: Across, space: Frame) => void) => {
  fc.assert(
    fc.property(anyNet(), spaces, scales, (net, space, scale) => {
      check(laid(net, space, scale), space);
    }),
    { numRuns: 2000, examples: everyExample },
  );
  fc.assert(
    fc.property(anyChart(), spaces, scales, ({ columns, links, scenes }, space, scale) => {
      const seats = seatsOf(laid({ columns, links }, space, scale));
      for (const one of scenes) check(sankey(one, columns.length, space, scale, seats), space);
    }),
    { numRuns: 1000 },
  );
};

/** An extent of the drawing, from and to. */
type Span = readonly [from: number, to: number];
const spanOf = (middle: number, width: number): Span => [middle - width / 2, middle + width / 2];
const overlap = (one: Span, other: Span) => Math.min(one[1], other[1]) - Math.max(one[0], other[0]);

/** Where a flow leaves its source or arrives at its target, across. */
const portOf = ({ leaves, arrives, width }: Course, end: 'from' | 'to') =>
  spanOf(end === 'from' ? leaves : arrives, width);

/** The piece across of a flow that runs round, beyond its source or before its target. */
function runOf({ lane, width, leaves, arrives }: Course, end: 'from' | 'to'): { along: Span; across: Span } {
  if (!lane) throw new Error('does not run round');
  const port = end === 'from' ? leaves : arrives;
  return {
    along: spanOf(end === 'from' ? lane.beyond : lane.before, width),
    across: [Math.min(port, lane.across) - width / 2, Math.max(port, lane.across) + width / 2],
  };
}

/** Returns with the columns they pass over. */
const returnsOf = ({ courses }: Across) =>
  courses.flatMap(({ link, lane, width, from, to }) =>
    lane && from.column > to.column
      ? [
          {
            id: link.id,
            side: link.side,
            columns: [to.column, from.column] as const,
            lane: spanOf(lane.across, width),
          },
        ]
      : [],
  );

describe('any network', { timeout: 60_000 }, () => {
  test('has ports side by side on their nodes, as wide as the flows, and nodes as high as the larger sum', () => {
    always(({ slots, courses }) => {
      for (const slot of slots) {
        if (slot.part !== 'node') continue;
        const sums = (['from', 'to'] as const).map((end) => {
          const ports = courses
            .filter((course) => course[end] === slot)
            .map((course) => portOf(course, end))
            .sort((a, b) => a[0] - b[0]);
          const sum = ports.reduce((total, [start, stop]) => total + stop - start, 0);
          if (ports.length === 0) return 0;
          const [first, last] = [ports[0]?.[0] ?? NaN, ports.at(-1)?.[1] ?? NaN];
          // On the node, without a gap and without an overlap.
          expect(first).toBeGreaterThanOrEqual(slot.start - NEAR);
          expect(last).toBeLessThanOrEqual(slot.end + NEAR);
          const shifts = ports.slice(1).map(([start], index) => start - (ports[index]?.[1] ?? NaN));
          expect(shifts.filter((shift) => !(Math.abs(shift) < NEAR))).toEqual([]);
          return sum;
        });
        expect(slot.end - slot.start).toBeCloseTo(Math.max(3, ...sums), 6);
      }
    });
  });

  test('has flows in the middle of their passages and lanes, each as wide as the flow', () => {
    always(({ courses, slots }) => {
      for (const { link, width, passages, lane, from, to } of courses) {
        expect(passages.map(({ column }) => column)).toEqual(
          Array.from(
            { length: Math.max(0, to.column - from.column - 1) },
            (_, step) => from.column + 1 + step,
          ),
        );
        for (const passage of passages) expect(passage.end - passage.start).toBeCloseTo(width, 6);
        expect(lane === null).toBe(to.column > from.column);
        const own = slots.find(({ id }) => id === `${link.id}@lane`);
        expect(own !== undefined).toBe(to.column === from.column);
        if (own && lane) {
          expect(own.column).toBe(to.column);
          expect(farther([own.start, own.end], spanOf(lane.across, width))).toBeLessThan(NEAR);
        }
      }
    });
  });

  test('has the lanes of returns apart from each other and from the boxes they pass', () => {
    always((placed, space) => {
      const returns = returnsOf(placed);
      const close = pairsOf(returns).filter(
        ([one, other]) =>
          overlap(one.columns, other.columns) >= 0 && overlap(one.lane, other.lane) > NEAR - space.gap,
      );
      expect(close).toEqual([]);
      for (const { side, columns, lane } of returns)
        for (const slot of placed.slots) {
          if (slot.column < columns[0] || slot.column > columns[1]) continue;
          const away = side === 'below' ? lane[0] - slot.end : slot.start - lane[1];
          expect(away).toBeGreaterThan(space.gap - NEAR);
        }
    });
  });

  test('has no two runs of a gutter side on each other', () => {
    always(({ courses }, space) => {
      const round = courses.filter(({ lane }) => lane);
      for (const end of ['from', 'to'] as const) {
        const onto = pairsOf(round).filter(([one, other]) => {
          if (one[end].column !== other[end].column) return false;
          const [a, b] = [runOf(one, end), runOf(other, end)];
          return overlap(a.across, b.across) > NEAR && overlap(a.along, b.along) > NEAR;
        });
        expect(onto.map((pair) => pair.map(({ link }) => link.id))).toEqual([]);
        for (const course of round) expect(runOf(course, end).along[0]).toBeGreaterThan(space.gap - NEAR);
      }
    });
  });

  test('has gutters that hold the runs of both sides, and a gap between them', () => {
    always(({ courses, gutters }, space) => {
      const need = gutters.map(() => ({ left: 0, right: 0 }));
      for (const course of courses) {
        if (!course.lane) continue;
        const [left, right] = [need[course.from.column + 1], need[course.to.column]];
        if (left) left.left = Math.max(left.left, runOf(course, 'from').along[1]);
        if (right) right.right = Math.max(right.right, runOf(course, 'to').along[1]);
      }
      gutters.forEach((gutter, place) => {
        const { left, right } = need[place] ?? { left: NaN, right: NaN };
        expect(gutter).toBeGreaterThanOrEqual(left + right + (left && right ? space.gap : 0) - NEAR);
      });
    });
  });
});

const farther = (one: Span, other: Span) =>
  Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]));

const example = (name: string, space = wide) => {
  const net = examples[name];
  if (!net) throw new Error(`no example "${name}"`);
  return laid(net, space, 0.2);
};
const course = ({ courses }: Across, id: string) => {
  const found = courses.find(({ link }) => link.id === id);
  if (!found) throw new Error(`no link "${id}"`);
  return found;
};

test('a forward link and a return between the same two lie side by side on both', () => {
  const placed = example('a forward link and a return between the same two');
  const [there, back] = [course(placed, 'ab'), course(placed, 'ba')];
  // 300 to the right, 200 back above it: both leave to the right and arrive from the left.
  expect([there.leaves, there.arrives].map((across) => across - there.from.start)).toEqual([30, 30]);
  expect(back.leaves).toBeCloseTo(back.from.start + 20);
  expect(back.lane?.across).toBeLessThan(Math.min(back.from.start, back.to.start));
});

test('local links come to the same target from both sides, each on its own', () => {
  const placed = example('local links to the same target from both sides');
  const [above, below] = [course(placed, 'ab'), course(placed, 'cb')];
  expect(above.from.end).toBeLessThan(above.lane?.across ?? NaN);
  expect(above.lane?.across).toBeLessThan(above.to.start);
  expect(below.from.start).toBeGreaterThan(below.lane?.across ?? NaN);
  expect(below.lane?.across).toBeGreaterThan(below.to.end);
  expect(above.arrives).toBeLessThan(below.arrives);
});

test('a loop stands on the side that is said', () => {
  for (const side of ['above', 'below'] as const) {
    const placed = laid({ columns: [['a']], links: [link('aa', 'a', 'a', 100, { side })] }, wide, 0.2);
    const { lane, from } = course(placed, 'aa');
    const across = lane?.across ?? NaN;
    expect(side === 'above' ? across < from.start : across > from.end).toBe(true);
  }
});

test('of returns on one side the shorter one lies inside', () => {
  const columns = [['a'], ['b'], ['c']];
  const links = [link('ab', 'a', 'b', 50), link('bc', 'b', 'c', 50), link('ca', 'c', 'a', 20)];
  const placed = laid({ columns, links: [...links, link('ba', 'b', 'a', 20)] }, wide, 1);
  const [far, near] = [course(placed, 'ca'), course(placed, 'ba')];
  expect(far.lane?.across).toBeGreaterThan(near.lane?.across ?? NaN);
  // They arrive at the same node: the inner one outermost, so that they do not cross.
  expect(near.arrives).toBeGreaterThan(far.arrives);
  expect(far.lane?.before).toBeGreaterThan(near.lane?.before ?? NaN);
});

test('runs that do not meet across stand at the same distance from their column', () => {
  const columns = [['a'], ['b', 'c']];
  const links = [
    link('ab', 'a', 'b', 100),
    link('ac', 'a', 'c', 100),
    link('ba', 'b', 'a', 10, { side: 'above' }),
    link('ca', 'c', 'a', 10),
  ];
  const placed = laid({ columns, links }, wide, 1);
  expect(course(placed, 'ba').lane?.beyond).toBe(course(placed, 'ca').lane?.beyond);
});
