import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bands } from '../../../src/layout/bands.ts';
import { columnsOf } from '../../../src/layout/fit.ts';
import { frame, type Frame } from '../../../src/layout/frame.ts';
import type { Across } from '../../../src/layout/routes.ts';
import { sankey, seatsOf } from '../../../src/layout/sankey.ts';
import {
  anyChart,
  anyNet,
  deepFrozen,
  everyExample,
  link,
  reversed,
  ring,
  ringColumns,
  scales,
  scene,
  spaces,
  type Net,
} from './scenes.ts';

const wide = frame('wide', 720);
const page = frame('page', 640);
const laid = ({ columns, links }: Net, space: Frame, scale: number) =>
  sankey(scene(columns, links), columns.length, space, scale, null);
/** Everything of a placed scene that a drawing is made of, as one list of numbers, by the ids of boxes and links. */
const numbersOf = ({ slots, courses, start, end, gutters }: Across): number[] => {
  const byId = <T>(list: readonly T[], id: (one: T) => string) =>
    [...list].sort((a, b) => (id(a) < id(b) ? -1 : 1));
  return [
    ...byId(slots, ({ id }) => id).flatMap((slot) => [slot.start, slot.end]),
    ...byId(courses, (one) => one.link.id).flatMap(({ width, leaves, arrives, lane }) => [
      width,
      leaves,
      arrives,
      ...(lane ? [lane.across, lane.beyond, lane.before] : []),
    ]),
    start,
    end,
    ...gutters,
  ];
};
const farthest = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length
    ? Math.max(0, ...one.map((value, index) => Math.abs(value - (other[index] ?? NaN))))
    : Infinity;

describe('the ring of three', () => {
  const placed = sankey(scene(ringColumns, ring), 3, wide, 1, null);
  const slot = (id: string) => placed.slots.find((one) => one.id === id) ?? { start: NaN, end: NaN };
  const course = (id: string) => placed.courses.find((one) => one.link.id === id);

  test('a node is as high as the larger of its sums', () => {
    expect(['a', 'b', 'c'].map((id) => slot(id).end - slot(id).start)).toEqual([100, 300, 300]);
  });

  test('the return link has a lane below everything it passes, the others none', () => {
    const lowest = Math.max(...['a', 'b', 'c'].map((id) => slot(id).end));
    expect((course('ca')?.lane?.across ?? NaN) - 20).toBeCloseTo(lowest + wide.gap);
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

test('given seats, nodes and lanes stand where they say', () => {
  const middles = { a: 50, b: 400, c: -20 };
  const lane = { across: 900, beyond: 70, before: 80 };
  const seats = {
    boxes: new Map(Object.entries(middles).map(([id, middle]) => [id, { rank: 0, middle }])),
    lanes: new Map([['ca', lane]]),
  };
  const { slots, courses } = sankey(scene(ringColumns, ring), 3, wide, 1, seats);
  expect(Object.fromEntries(slots.map(({ id, start, end }) => [id, (start + end) / 2]))).toEqual(middles);
  expect(courses.find(({ link: { id } }) => id === 'ca')?.lane).toEqual(lane);
});

test('a link that passes a column has a passage there that nothing overlaps', () => {
  const columns = [['a'], ['b'], ['c']];
  const links = [link('ab', 'a', 'b', 50), link('ac', 'a', 'c', 80), link('bc', 'b', 'c', 50)];
  const { slots, courses } = laid({ columns, links }, wide, 1);
  const middle = slots.filter(({ column }) => column === 1).sort((x, y) => x.start - y.start);
  expect(middle.map(({ part }) => part).sort()).toEqual(['node', 'passage']);
  expect((middle[1]?.start ?? NaN) - (middle[0]?.end ?? NaN)).toBeGreaterThanOrEqual(wide.padding - 1e-6);
  expect(courses.map(({ passages }) => passages.length)).toEqual([0, 1, 0]);
});

test('a chain of equal links runs straight', () => {
  const columns = [['a'], ['b', 'x'], ['c']];
  const { slots } = laid({ columns, links: [link('ab', 'a', 'b', 80), link('bc', 'b', 'c', 80)] }, page, 1);
  expect(new Set(slots.map(({ start }) => Math.round(start * 1e6))).size).toBe(1);
});

test('an empty scene and a single self-link are placed', () => {
  expect(laid({ columns: [['a']], links: [] }, wide, 1)).toMatchObject({ slots: [], start: 0, end: 0 });
  const { slots, courses } = laid({ columns: [['a']], links: [link('aa', 'a', 'a', 500)] }, page, 0.1);
  const node = slots.find(({ part }) => part === 'node');
  expect(node && node.end - node.start).toBeCloseTo(50);
  expect(courses[0]?.lane).not.toBeNull();
});

describe('any network', { timeout: 60_000 }, () => {
  const always = (check: (net: Net, space: Frame, scale: number) => void, numRuns = 2000) => {
    fc.assert(fc.property(anyNet(), spaces, scales, check), { numRuns, examples: everyExample });
  };

  test('is placed in finite numbers, with a course for every link that is drawn', () => {
    always((net, space, scale) => {
      const placed = laid(net, space, scale);
      expect(numbersOf(placed).filter((number) => !Number.isFinite(number))).toEqual([]);
      expect(placed.courses.map((course) => course.link.id)).toEqual(
        net.links
          .filter(({ given, value }) => given !== 'money' || value > 0)
          .map(({ id }) => id)
          .sort(),
      );
    });
  });

  test('keeps boxes of a column apart, nodes in the order of the chart', () => {
    always((net, space, scale) => {
      const { slots, rows } = laid(net, space, scale);
      expect(rows.flat().sort((a, b) => a - b)).toEqual(slots.map((_, index) => index));
      const close: string[] = [];
      rows.forEach((row, column) => {
        let before = -Infinity;
        for (const index of row) {
          const slot = slots[index];
          if (slot?.column !== column) throw new Error('in the wrong column');
          const room = slot.part === 'node' ? space.nameRoom : 0;
          if (slot.start - room < before + space.padding - 1e-6 || slot.end < slot.start) close.push(slot.id);
          before = slot.end;
        }
        const nodes = row.flatMap((index) => (slots[index]?.part === 'node' ? [slots[index].id] : []));
        expect(nodes).toEqual((net.columns[column] ?? []).filter((id) => nodes.includes(id)));
      });
      expect(close).toEqual([]);
    });
  });

  test('says from where to where it reaches', () => {
    always((net, space, scale) => {
      const { slots, courses, start, end } = laid(net, space, scale);
      const reach = [
        ...slots.flatMap((slot) => [slot.start - (slot.part === 'node' ? space.nameRoom : 0), slot.end]),
        ...courses.flatMap(({ lane, width }) =>
          lane ? [lane.across - width / 2, lane.across + width / 2] : [],
        ),
      ];
      if (reach.length === 0) return;
      expect(start).toBeCloseTo(Math.min(...reach), 6);
      expect(end).toBeCloseTo(Math.max(...reach), 6);
    });
  });

  test('is placed the same in whatever order it is given, and stays as it was', () => {
    always((net, space, scale) => {
      const [one, other] = [scene(net.columns, net.links), reversed(scene(net.columns, net.links))];
      const place = (network: typeof one) =>
        sankey(deepFrozen(network), net.columns.length, space, scale, null);
      expect(numbersOf(place(other))).toEqual(numbersOf(place(one)));
    }, 1000);
  });

  test('is placed the same with a thousandfold of all amounts at a thousandth of the scale', () => {
    always((net, space, scale) => {
      const more = net.links.map((one) => ({ ...one, value: 1000 * one.value }));
      const [one, other] = [laid(net, space, scale), laid({ ...net, links: more }, space, scale / 1000)];
      expect(farthest(numbersOf(one), numbersOf(other))).toBeLessThan(0.05);
    }, 1000);
  });

  test('keeps its order when one amount is a tenth more or less, with order and sides given', () => {
    fc.assert(
      fc.property(anyNet(), spaces, fc.nat(), fc.constantFrom(0.9, 1.1), (net, space, which, factor) => {
        const before = laid(net, space, 0.2);
        // As the chart's file gives it: the place of every node and passage in its column.
        const place = new Map(before.rows.flatMap((row) => row.map((slot, at) => [slot, at] as const)));
        const orders = new Map(before.slots.map(({ id }, slot) => [id, place.get(slot) ?? 0]));
        const whole = scene(net.columns, net.links);
        const given = {
          ...whole,
          nodes: whole.nodes.map((node) => ({ ...node, order: orders.get(node.id) ?? 0 })),
          passages: before.courses.flatMap((course) =>
            course.passages.map(({ id, column }) => ({
              link: course.link.id,
              column,
              order: orders.get(id) ?? 0,
            })),
          ),
        };
        const changed = given.links.map((one, index) =>
          index === which % given.links.length ? { ...one, value: factor * one.value } : one,
        );
        const names = ({ slots, rows }: Across) => rows.map((row) => row.map((slot) => slots[slot]?.id));
        const after = sankey({ ...given, links: changed }, net.columns.length, space, 0.2, null);
        expect(names(after)).toEqual(names(before));
      }),
      { numRuns: 1000 },
    );
  });

  test('has boxes and lanes in each of its scenes where they are in the whole', () => {
    fc.assert(
      fc.property(anyChart(), spaces, scales, ({ columns, links, scenes }, space, scale) => {
        const whole = laid({ columns, links }, space, scale);
        const seats = seatsOf(whole);
        const rank = (id: string) => seats.boxes.get(id)?.rank ?? NaN;
        for (const one of scenes) {
          const { slots, rows, courses } = sankey(one, columns.length, space, scale, seats);
          const moved = slots.filter(({ id, start, end }) => {
            const away = (start + end) / 2 - (seats.boxes.get(id)?.middle ?? NaN);
            return !(Math.abs(away) < 1e-6);
          });
          expect(moved).toEqual([]);
          for (const row of rows) {
            const ranks = row.map((slot) => rank(slots[slot]?.id ?? ''));
            expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
          }
          for (const { link, lane, width } of courses) {
            expect(lane).toEqual(seats.lanes.get(link.id) ?? null);
            expect(width).toBe(whole.courses.find((course) => course.link.id === link.id)?.width);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is in page what it is in wide, with the axes swapped', () => {
    always((net, space, scale) => {
      const turned: Frame = {
        ...space,
        format: space.format === 'wide' ? 'page' : 'wide',
        width: space.height,
        height: space.width,
      };
      const drawn = (one: Frame) => {
        const placed = laid(net, one, scale);
        const columns = columnsOf(placed, net.columns.length, one);
        return bands(placed, { columns, shift: 13, perLine: 5, travels: [] }, one);
      };
      const [one, other] = [drawn(space), drawn(turned)];
      expect(other.bands.map(({ key }) => key)).toEqual(one.bands.map(({ key }) => key));
      const swapped = other.bands.map(({ spine }) =>
        spine.map((_, index) => spine[index % 2 === 0 ? index + 1 : index - 1] ?? NaN),
      );
      one.bands.forEach(({ spine }, index) => {
        expect(farthest(spine, swapped[index] ?? [])).toBeLessThan(1e-9);
      });
      expect(other.boxes.map(({ key, x, y, length }) => ({ key, x, y, length }))).toEqual(
        one.boxes.map(({ key, x, y, length }) => ({ key, x: y, y: x, length })),
      );
      const way = ({ format }: Frame) => (format === 'wide' ? 0 : Math.PI / 2);
      for (const { angle } of one.boxes) expect(angle).toBe(way(space));
      for (const { angle } of other.boxes) expect(angle).toBe(way(turned));
    }, 500);
  });
});
