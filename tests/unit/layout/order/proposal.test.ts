import fc from 'fast-check';
import { SQUARE } from '../../../../src/layout/order/sifting.ts';
import { describe, expect, test } from 'vitest';
import { completed, crossings } from '../../../../src/layout/order/order.ts';
import { cost, proposal, type SidedWay } from '../../../../src/layout/order/proposal.ts';
import { shuffled, ways } from './ways.ts';

const way = (source: string, target: string, value = 1, side: SidedWay['side'] = 'below'): SidedWay => ({
  id: `${source}-${target}`,
  source,
  target,
  value,
  side,
});

const sided = (links: readonly Omit<SidedWay, 'side'>[]): SidedWay[] =>
  links.map((link) => ({ ...link, side: 'below' }));

describe('the cost', () => {
  test('of forward links is what they cross', () => {
    const links = [way('a', 'd', 4), way('b', 'c', 9)];
    expect(
      cost(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        links,
      ),
    ).toBeCloseTo(6, 6);
  });

  test('of a return is what it meets above both its ends, or below both', () => {
    const columns = [
      ['x', 'a', 'y'],
      ['z', 'b', 'w'],
    ];
    // Leaves b and comes round to a: nothing leaves the last column, nothing arrives in the first.
    const links = [way('x', 'z', 4), way('y', 'w', 9), way('b', 'a', 25)];
    expect(cost(columns, links)).toBe(0);
    // With a column before and one after, above: 5 · (2 + 2); below: 5 · (3 + 3).
    const wider = [['u', 'v'], ...columns, ['s', 't']];
    const more = [way('u', 'x', 4), way('v', 'y', 9), way('z', 's', 4), way('w', 't', 9)];
    expect(cost(wider, [...links, ...more])).toBeCloseTo(SQUARE * 20, 6);
  });

  test('of a link within a column is what leaves and arrives between its ends', () => {
    const columns = [['p'], ['a', 'm', 'b'], ['q']];
    const links = [
      way('p', 'm', 4),
      way('m', 'q', 9),
      way('p', 'a', 100),
      way('b', 'a', 25),
      way('b', 'b', 3),
    ];
    expect(cost(columns, links)).toBeCloseTo(SQUARE * 5 * (2 + 3), 6);
    expect(cost([['p'], ['m', 'a', 'b'], ['q']], links.slice(0, 2).concat(links.slice(3)))).toBe(0);
  });
});

describe('a proposal', () => {
  test('moves the ends of a return to where nothing is in its way', () => {
    const columns = [['p'], ['x', 'a', 'y'], ['u', 'b', 'v'], ['q']];
    const links = [
      way('p', 'x', 4),
      way('p', 'y', 4),
      way('p', 'a', 1),
      way('x', 'u', 4),
      way('y', 'v', 4),
      way('u', 'q', 4),
      way('v', 'q', 4),
      way('a', 'b', 1),
      way('b', 'q', 1),
      way('b', 'a', 25),
    ];
    expect(cost(columns, links)).toBeCloseTo(SQUARE * 20, 6);
    expect(proposal(columns, links)).toMatchObject({ before: cost(columns, links), cost: 0 });
  });

  test('keeps a good order, and its side up', () => {
    const columns = [
      ['a', 'b'],
      ['via a-e', 'c', 'd'],
      ['e', 'f'],
    ];
    const links = [way('a', 'e'), way('a', 'c'), way('b', 'd'), way('c', 'e'), way('d', 'f')];
    expect(proposal(columns, links)).toEqual({ rows: columns, sides: {}, cost: 0, before: 0 });
    const upside = columns.map((row) => [...row].reverse());
    expect(proposal(upside, links).rows).toEqual(upside);
  });

  test('says the side of every return and link within a column, and of no other', () => {
    const links = [way('a', 'b'), way('b', 'a'), way('a', 'a'), way('b', 'c', 1, 'above'), way('a', 'c', 0)];
    expect(Object.keys(proposal([['a'], ['b', 'c']], links).sides).sort()).toEqual(['a-a', 'b-a', 'b-c']);
  });

  test('leads a return of the upper nodes above and one of the lower ones below', () => {
    const columns = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    const links = [way('a', 'c', 9), way('b', 'd', 9), way('c', 'a', 3), way('d', 'b', 3, 'above')];
    expect(proposal(columns, links).sides).toEqual({ 'c-a': 'above', 'd-b': 'below' });
  });

  test('is never dearer, tells the truth, and holds the same entries', () => {
    fc.assert(
      fc.property(ways(), ({ rows, links }) => {
        const result = proposal(rows, sided(links));
        expect(result.cost).toBeLessThanOrEqual(result.before);
        expect(result.before).toBeCloseTo(cost(rows, links), 3);
        expect(result.cost).toBeCloseTo(cost(result.rows, links), 3);
        const entries = completed(rows, links).map((row) => [...row].sort());
        expect(result.rows.map((row) => [...row].sort())).toEqual(entries);
        expect(crossings(result.rows, links)).toBeLessThanOrEqual(result.cost * (1 + 1e-9) + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  test('does not depend on the order of the links, or on the unit of money', () => {
    fc.assert(
      fc.property(ways(), fc.nat(), ({ rows, links }, seed) => {
        const { rows: order, sides } = proposal(rows, sided(links));
        expect(proposal(rows, shuffled(sided(links), seed))).toMatchObject({ rows: order, sides });
        const larger = sided(links).map((link) => ({ ...link, value: link.value * 1000 }));
        expect(proposal(rows, larger)).toMatchObject({ rows: order, sides });
      }),
      { numRuns: 200 },
    );
  });

  test('is no better when asked for again', () => {
    fc.assert(
      fc.property(ways(), ({ rows, links }) => {
        const once = proposal(rows, sided(links));
        const twice = proposal(
          once.rows,
          sided(links).map((link) => ({ ...link, side: once.sides[link.id] ?? link.side })),
        );
        expect(twice.cost).toBeLessThanOrEqual(once.cost * (1 + 1e-9));
        if (twice.cost > once.cost * (1 - 1e-8)) expect(twice.rows).toEqual(once.rows);
      }),
      { numRuns: 200 },
    );
  });

  test('of nothing is nothing', () => {
    expect(proposal([], [])).toEqual({ rows: [], sides: {}, cost: 0, before: 0 });
    expect(proposal([['b', 'a'], []], [])).toEqual({ rows: [['b', 'a'], []], sides: {}, cost: 0, before: 0 });
  });
});
