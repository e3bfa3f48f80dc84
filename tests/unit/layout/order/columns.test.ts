import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columned } from '../../../../src/layout/order/columns.ts';
import { shuffled, ways } from './ways.ts';

const way = (source: string, target: string, value = 1) => ({
  id: `${source}-${target}`,
  source,
  target,
  value,
});

describe('columns from links', () => {
  test('follow the money', () => {
    const links = [way('a', 'b'), way('b', 'c'), way('c', 'd')];
    expect(columned(['d', 'b', 'a', 'c'], links)).toEqual([['a'], ['b'], ['c'], ['d']]);
  });

  test('break a ring where it is weakest', () => {
    const links = [way('nvidia', 'openai', 100), way('openai', 'oracle', 300), way('oracle', 'nvidia', 40)];
    expect(columned(['nvidia', 'openai', 'oracle'], links)).toEqual([['nvidia'], ['openai'], ['oracle']]);
  });

  test('keep links short: what only pays stands before those it pays', () => {
    const links = [way('a', 'b'), way('b', 'c'), way('c', 'd'), way('x', 'd'), way('y', 'd'), way('a', 'z')];
    expect(columned(['a', 'b', 'c', 'd', 'x', 'y', 'z'], links)).toEqual([
      ['a'],
      ['b', 'z'],
      ['c', 'x', 'y'],
      ['d'],
    ]);
  });

  test('put what has no links first, and know each node once', () => {
    const links = [way('a', 'a', 5), way('b', 'c'), way('c', 'stranger'), way('c', 'b', 0)];
    expect(columned(['d', 'c', 'b', 'a', 'a'], links)).toEqual([['a', 'b', 'd'], ['c']]);
    expect(columned([], [])).toEqual([]);
  });

  test('are twenty at most', () => {
    const names = Array.from({ length: 50 }, (_, index) => `n${String(index + 10)}`);
    const chain = names.slice(1).map((name, index) => way(names[index] ?? '', name));
    expect(columned(names, chain)).toHaveLength(20);
    expect(columned(names, [...chain, way('n59', 'n10')])).toHaveLength(20);
  });

  test('hold each node once, and lead all money onwards where there is no ring', () => {
    fc.assert(
      fc.property(ways(), ({ rows, links }) => {
        const nodes = rows.flat();
        const onward = links.filter(
          ({ source, target }) => Number(source.slice(1)) < Number(target.slice(1)),
        );
        const columns = columned(nodes, onward);
        const column = (id: string) => columns.findIndex((members) => members.includes(id));
        for (const { source, target, value } of onward)
          if (value > 0) expect(column(source)).toBeLessThan(column(target));
        expect(columns.flat().sort()).toEqual([...nodes].sort());
        expect(columns.every(({ length }) => length > 0)).toBe(true);
      }),
    );
  });

  test('do not depend on the order of nodes and links, or on the unit of money', () => {
    fc.assert(
      fc.property(ways(), fc.nat(), ({ rows, links }, seed) => {
        const columns = columned(rows.flat(), links);
        expect(columned(shuffled(rows.flat(), seed), shuffled(links, seed + 1))).toEqual(columns);
        expect(
          columned(
            rows.flat(),
            links.map((link) => ({ ...link, value: link.value * 1000 })),
          ),
        ).toEqual(columns);
      }),
    );
  });
});
