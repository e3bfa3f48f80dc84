import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frame } from '../../../src/layout/frame.ts';
import { sankey } from '../../../src/layout/sankey.ts';
import { link, networks, ring, ringColumns, scene } from './scenes.ts';

const wide = frame('wide', 720);
const page = frame('page', 640);

describe('the ring of three', () => {
  const placed = sankey(scene(ringColumns, ring), 3, wide, 1, null);
  const slot = (id: string) => placed.slots.find((one) => one.id === id) ?? { start: NaN, end: NaN };
  const course = (id: string) => placed.courses.find((one) => one.link.id === id);

  test('a node is as high as the larger of its sums', () => {
    expect(['a', 'b', 'c'].map((id) => slot(id).end - slot(id).start)).toEqual([100, 300, 300]);
  });

  test('the return link has a lane below everything it passes, the others none', () => {
    const lane = course('ca')?.lane;
    const lowest = Math.max(...['a', 'b', 'c'].map((id) => slot(id).end));
    expect(lane?.side).toBe('below');
    expect((lane?.across ?? NaN) - 20).toBeCloseTo(lowest + wide.gap);
    expect([course('ab')?.lane, course('bc')?.lane]).toEqual([null, null]);
  });

  test('what only comes round from below keeps to the lower end of its side', () => {
    expect(course('ca')?.leaves).toBeCloseTo(slot('c').end - 20);
    expect(course('ca')?.arrives).toBeCloseTo(slot('a').end - 20);
  });

  test('returns take room before the first column and after the last, not between', () => {
    expect(placed.gutters).toEqual([40 + wide.gap, 0, 0, 40 + wide.gap]);
  });
});

test('given anchors, every node stands where they say', () => {
  const anchors = new Map([
    ['a', 50],
    ['b', 400],
    ['c', -20],
  ]);
  const { slots } = sankey(scene(ringColumns, ring), 3, wide, 1, anchors);
  expect(slots.map(({ id, start, end }) => [id, (start + end) / 2])).toEqual([...anchors]);
});

test('a link that passes a column has a passage there that nothing overlaps', () => {
  const columns = [['a'], ['b'], ['c']];
  const links = [link('ab', 'a', 'b', 50), link('ac', 'a', 'c', 80), link('bc', 'b', 'c', 50)];
  const { slots } = sankey(scene(columns, links), 3, wide, 1, null);
  const middle = slots.filter(({ column }) => column === 1).sort((x, y) => x.start - y.start);
  expect(middle.map(({ passage }) => passage).sort()).toEqual([false, true]);
  expect((middle[1]?.start ?? NaN) - (middle[0]?.end ?? NaN)).toBeGreaterThanOrEqual(wide.padding - 1e-6);
});

test('an empty scene and a single self-link are placed', () => {
  expect(sankey(scene([['a']], []), 1, wide, 1, null).slots).toEqual([]);
  const { slots, courses } = sankey(scene([['a']], [link('aa', 'a', 'a', 500)]), 1, page, 0.1, null);
  expect(slots[0] && slots[0].end - slots[0].start).toBeCloseTo(50);
  expect(courses[0]?.lane).not.toBeNull();
});

describe('any network', () => {
  const runs = { numRuns: 400 };

  test('boxes of a column keep their distance and their order', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(wide, page), ({ columns, links }, space) => {
        const { slots } = sankey(scene(columns, links), columns.length, space, 0.2, null);
        columns.forEach((nodes, column) => {
          const here = slots.filter((slot) => slot.column === column).sort((a, b) => a.start - b.start);
          here.slice(1).forEach((slot, index) => {
            expect(slot.start - (here[index]?.end ?? NaN)).toBeGreaterThanOrEqual(space.padding - 1e-6);
          });
          const order = here.filter(({ passage }) => !passage).map(({ id }) => id);
          expect(order).toEqual(nodes.filter((id) => order.includes(id)));
        });
      }),
      runs,
    );
  });

  test('ports lie on their node, side by side, and widths add up to no more than it', () => {
    fc.assert(
      fc.property(networks, ({ columns, links }) => {
        const { slots, courses } = sankey(scene(columns, links), columns.length, wide, 0.2, null);
        for (const slot of slots.filter(({ passage }) => !passage))
          for (const side of ['from', 'to'] as const) {
            const ports = courses
              .filter((course) => course[side].id === slot.id)
              .map(({ leaves, arrives, width }) => {
                const middle = side === 'from' ? leaves : arrives;
                return [middle - width / 2, middle + width / 2] as const;
              })
              .sort((a, b) => a[0] - b[0]);
            ports.forEach(([start, end], index) => {
              expect(start).toBeGreaterThanOrEqual((ports[index - 1]?.[1] ?? slot.start) - 1e-6);
              expect(end).toBeLessThanOrEqual(slot.end + 1e-6);
            });
          }
      }),
      runs,
    );
  });

  test('lanes that share a column do not overlap', () => {
    fc.assert(
      fc.property(networks, ({ columns, links }) => {
        const { courses } = sankey(scene(columns, links), columns.length, wide, 0.2, null);
        const lanes = courses.flatMap(({ lane, from, to, width }) =>
          lane ? [{ lane, first: to.column, last: from.column, width }] : [],
        );
        lanes.forEach((one, index) => {
          for (const other of lanes.slice(index + 1)) {
            if (one.last < other.first || other.last < one.first || one.lane.side !== other.lane.side)
              continue;
            const apart = Math.abs(one.lane.across - other.lane.across) - (one.width + other.width) / 2;
            expect(apart).toBeGreaterThanOrEqual(-1e-6);
          }
        });
      }),
      runs,
    );
  });

  test('links given in another order are placed the same', () => {
    fc.assert(
      fc.property(networks, ({ columns, links }) => {
        const forward = sankey(scene(columns, links), columns.length, wide, 0.2, null);
        const backward = sankey(
          { ...scene(columns, links), links: [...links].reverse(), nodes: scene(columns, links).nodes },
          columns.length,
          wide,
          0.2,
          null,
        );
        const places = (placed: typeof forward) =>
          Object.fromEntries(placed.slots.map(({ id, start }) => [id, Math.round(start * 1e6) / 1e6]));
        expect(places(backward)).toEqual(places(forward));
      }),
      runs,
    );
  });
});
