import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arranged, completed, crossings, type Way } from '../../../../src/layout/order/order.ts';
import { shuffled, ways } from './ways.ts';

const way = (source: string, target: string, value = 1): Way => ({
  id: `${source}-${target}`,
  source,
  target,
  value,
});

/** The crossings of all pairs of unit steps, one by one. */
function crossingsOneByOne(rows: readonly (readonly string[])[], links: readonly Way[]): number {
  const column = (id: string) => rows.findIndex((row) => row.includes(id));
  const steps = links
    .filter(
      ({ source, target, value }) => value > 0 && column(source) >= 0 && column(source) < column(target),
    )
    .flatMap(({ id, source, target, value }) => {
      const places = rows
        .slice(column(source), column(target) + 1)
        .map((row, index, all) =>
          row.indexOf(index === 0 ? source : index === all.length - 1 ? target : `via ${id}`),
        );
      return places.slice(1).map((to, index) => ({
        gutter: column(source) + index,
        from: places[index] ?? -1,
        to,
        value,
      }));
    });
  let sum = 0;
  steps.forEach((a, index) => {
    for (const b of steps.slice(index + 1))
      if (a.gutter === b.gutter && (a.from - b.from) * (a.to - b.to) < 0) sum += Math.sqrt(a.value * b.value);
  });
  return sum;
}

describe('crossings', () => {
  test('two links that cross count with the roots of their values', () => {
    const links = [way('a', 'd', 4), way('b', 'c', 9)];
    expect(
      crossings(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        links,
      ),
    ).toBeCloseTo(6, 6);
    expect(
      crossings(
        [
          ['a', 'b'],
          ['d', 'c'],
        ],
        links,
      ),
    ).toBe(0);
  });

  test('links from or to the same node do not cross', () => {
    const links = [way('a', 'c', 4), way('b', 'c', 9), way('b', 'd', 1)];
    expect(
      crossings(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        links,
      ),
    ).toBe(0);
  });

  test('returns, self-links, sums of zero and strangers do not count', () => {
    const links = [
      way('c', 'a'),
      way('a', 'a'),
      way('a', 'b'),
      way('a', 'd', 0),
      way('b', 'x'),
      way('b', 'c'),
    ];
    expect(
      crossings(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        links,
      ),
    ).toBe(0);
  });

  test('a link crosses where it passes', () => {
    const links = [way('a', 'c', 4), way('b', 'c', 4), way('a', 'b', 4)];
    expect(crossings([['a', 'x'], ['b', 'via a-c'], ['c']], [...links, way('x', 'b', 9)])).toBeCloseTo(6, 6);
    expect(crossings([['a', 'x'], ['via a-c', 'b'], ['c']], [...links, way('x', 'b', 9)])).toBe(0);
  });

  test('agree with counting one by one', () => {
    fc.assert(
      fc.property(ways(), ({ rows, links }) => {
        const all = completed(rows, links);
        const expected = crossingsOneByOne(all, links);
        expect(Math.abs(crossings(all, links) - expected)).toBeLessThanOrEqual(1e-6 * expected);
      }),
    );
  });
});

describe('completed rows', () => {
  test('have a passage for each column a forward link passes', () => {
    expect(completed([['a'], ['b'], [], ['c']], [way('a', 'c')])).toEqual([
      ['a'],
      expect.arrayContaining(['b', 'via a-c']),
      ['via a-c'],
      ['c'],
    ]);
  });

  test('lead a link round what it would cross', () => {
    const rows = [
      ['x', 'a'],
      ['b', 'd'],
      ['c', 'y'],
    ];
    const links = [way('a', 'd'), way('d', 'y'), way('x', 'c')];
    expect(completed(rows, links)).toEqual([
      ['x', 'a'],
      ['via x-c', 'b', 'd'],
      ['c', 'y'],
    ]);
  });

  test('keep what is given, passages too', () => {
    const rows = [
      ['a', 'b'],
      ['via b-e', 'c', 'via gone', 'd'],
      ['e', 'f'],
    ];
    const links = [way('a', 'f'), way('b', 'e'), way('a', 'c'), way('d', 'f')];
    expect(completed(rows, links)[1]?.filter((entry) => entry !== 'via a-f')).toEqual(rows[1]);
  });

  test('keep the order of the nodes, and say nothing twice', () => {
    fc.assert(
      fc.property(ways(), ({ rows, links }) => {
        const all = completed(rows, links);
        expect(all.map((row) => row.filter((entry) => !entry.startsWith('via ')))).toEqual(rows);
        expect(all.map((row) => new Set(row).size)).toEqual(all.map((row) => row.length));
        expect(completed(all, links)).toEqual(all);
      }),
    );
  });

  test('do not depend on the order of the links, or on the unit of money', () => {
    fc.assert(
      fc.property(ways(), fc.nat(), ({ rows, links }, seed) => {
        const all = completed(rows, links);
        expect(completed(rows, shuffled(links, seed))).toEqual(all);
        expect(
          completed(
            rows,
            links.map((link) => ({ ...link, value: link.value * 1000 })),
          ),
        ).toEqual(all);
      }),
    );
  });
});

describe('arranged rows', () => {
  test('untangle what need not cross', () => {
    const rows = [
      ['a', 'b', 'c'],
      ['f', 'e', 'd'],
      ['g', 'h', 'i'],
    ];
    const links = [way('a', 'd'), way('b', 'e'), way('c', 'f'), way('d', 'i'), way('e', 'h'), way('f', 'g')];
    expect(crossings(rows, links)).toBe(3);
    expect(crossings(arranged(rows, links), links)).toBe(0);
  });

  test('hold the same entries, and cross no more than the nodes by name', () => {
    fc.assert(
      fc.property(ways(), ({ rows, links }) => {
        const result = arranged(rows, links);
        const byName = completed(rows, links).map((row) => [...row].sort());
        expect(result.map((row) => [...row].sort())).toEqual(byName);
        const start = rows.map((row) => [...row].sort());
        expect(crossings(result, links)).toBeLessThanOrEqual(crossings(start, links) * (1 + 1e-9) + 1e-9);
      }),
    );
  });

  test('do not depend on the order of rows and links, or on the unit of money', () => {
    fc.assert(
      fc.property(ways(), fc.nat(), ({ rows, links }, seed) => {
        const result = arranged(rows, links);
        expect(
          arranged(
            rows.map((row) => shuffled(row, seed)),
            shuffled(links, seed + 1),
          ),
        ).toEqual(result);
        expect(arranged(completed(rows, links), links)).toEqual(result);
        expect(
          arranged(
            rows,
            links.map((link) => ({ ...link, value: link.value * 1000 })),
          ),
        ).toEqual(result);
      }),
    );
  });

  test('keep passages of links that are not there', () => {
    expect(arranged([['b', 'via gone', 'a'], ['c']], [])).toEqual([['a', 'b', 'via gone'], ['c']]);
  });
});

test('what is given stays as it is', () => {
  const rows = [
    ['b', 'a'],
    ['d', 'c'],
    ['f', 'e'],
  ];
  const links = [way('b', 'e'), way('a', 'c'), way('c', 'f')];
  const before = JSON.stringify([rows, links]);
  completed(rows, links);
  arranged(rows, links);
  expect(JSON.stringify([rows, links])).toBe(before);
});

test('no columns, empty columns and no links', () => {
  expect([completed([], []), arranged([], []), crossings([], [])]).toEqual([[], [], 0]);
  expect(completed([[], ['a'], []], [way('a', 'a')])).toEqual([[], ['a'], []]);
});
