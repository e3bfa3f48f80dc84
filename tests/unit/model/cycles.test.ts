import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycles, type Arc } from '../../../src/model/cycles.ts';

/** Links written as "source target value"; the id is the two ends, and a number where it is a second one. */
function arcs(...texts: string[]): Arc[] {
  return texts.map((text) => {
    const [source = '', target = '', value = '1', id = `${source}${target}`] = text.split(' ');
    return { id, source, target, value: Number(value) };
  });
}
const loops = (links: readonly Arc[]): string[] =>
  cycles(links).map((cycle) => cycle.links.map(({ id }) => id).join(' '));

describe('cycles', () => {
  it('finds none where money only runs on', () => {
    expect(loops(arcs('a b', 'b c', 'a c'))).toEqual([]);
  });

  it('finds the ring, with the link that bounds it', () => {
    const [ring, ...more] = cycles(arcs('b c 300', 'a b 100', 'c a 40'));
    expect(more).toEqual([]);
    expect(ring?.links.map(({ id }) => id)).toEqual(['ab', 'bc', 'ca']);
    expect(ring?.least.id).toBe('ca');
  });

  it('finds two rings that share a link, and the large one round both, shorter ones first', () => {
    expect(loops(arcs('a b', 'b a', 'b c', 'c a'))).toEqual(['ab ba', 'ab bc ca']);
    // every directed triangle of a complete graph of three, and its three pairs
    expect(loops(arcs('a b', 'b a', 'b c', 'c b', 'c a', 'a c'))).toHaveLength(5);
  });

  it('counts parallel links as loops of their own, and a link to itself as one', () => {
    expect(loops(arcs('a b 1 ab', 'a b 2 ab2', 'b a'))).toEqual(['ab ba', 'ab2 ba']);
    expect(loops(arcs('a a', 'a b'))).toEqual(['aa']);
  });

  it('looks for nothing longer than six links', () => {
    expect(loops(arcs('a b', 'b c', 'c d', 'd e', 'e f', 'f a'))).toHaveLength(1);
    expect(loops(arcs('a b', 'b c', 'c d', 'd e', 'e f', 'f g', 'g a'))).toEqual([]);
  });

  const graph = fc
    .uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { selector: String, maxLength: 14 })
    .map((pairs) => arcs(...pairs.map(([source, target]) => `n${String(source)} n${String(target)}`)));

  it('returns closed loops that meet no node twice, each once, whatever the order of the links', () => {
    fc.assert(
      fc.property(graph, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (links, keys) => {
        const found = cycles(links);
        for (const { links: loop } of found) {
          loop.forEach((link, index) => {
            expect(link.target).toBe(loop[(index + 1) % loop.length]?.source);
          });
          expect(new Set(loop.map(({ source }) => source)).size).toBe(loop.length);
        }
        const names = loops(links);
        expect(new Set(names.map((name) => name.split(' ').sort().join(' '))).size).toBe(names.length);
        const shuffled = links
          .map((link, index) => ({ link, key: keys[index] ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ link }) => link);
        expect(loops(shuffled)).toEqual(names);
      }),
      { numRuns: 100 },
    );
  });
});
