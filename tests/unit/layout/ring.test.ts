import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frame } from '../../../src/layout/frame.ts';
import { circleOf, distance, sequence, shares, slots, turned, type Arc } from '../../../src/layout/ring.ts';
import type { SceneNetwork } from '../../../src/model/scene.ts';
import { link, networks, scene } from './scenes.ts';

const wide = frame('wide', 720);
const circle = circleOf(wide);
const divided = ({ nodes, links }: Pick<SceneNetwork, 'nodes' | 'links'>) =>
  shares(nodes, links, wide, circle.radius);

describe('the circle', () => {
  test('leaves room for names in both formats', () => {
    for (const space of [wide, frame('page', 360), frame('page', 720)]) {
      const { x, y, radius } = circleOf(space);
      expect([x, y]).toEqual([space.width / 2, space.height / 2]);
      expect(radius).toBeGreaterThan(90);
      expect(radius).toBeLessThan(Math.min(x, y) - 20);
    }
  });
});

describe('the places round a ring', () => {
  const one = { column: 0 };
  const two = { column: 1 };

  test('have an empty one after each column', () => {
    expect(slots([one, one, two])).toEqual([one, one, null, two, null]);
  });

  test('have none where there is one column only', () => {
    expect(slots([one, one])).toEqual([one, one]);
    expect(slots([])).toEqual([]);
  });
});

describe('the shares of a ring', () => {
  test('fill it', () => {
    fc.assert(
      fc.property(networks, ({ columns, links }) => {
        const { nodes } = scene(columns, links);
        const { arcs, pad } = divided({ nodes, links });
        const taken = [...arcs.values()].reduce((sum, arc) => sum + arc, 0);
        expect(taken + pad * Math.max(1, slots(nodes).length)).toBeCloseTo(2 * Math.PI, 9);
        expect(pad).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('give no end more than a quarter of it', () => {
    const links = [link('ab', 'a', 'b', 500), link('ba', 'b', 'a', 1)];
    const { ends, billion } = divided(scene([['a'], ['b']], links));
    expect(ends.get('ab')).toBeCloseTo(Math.PI / 2, 9);
    expect(500 * billion).toBeCloseTo(Math.PI / 2, 9);
  });

  test('give small flows the least width, and take it from the large ones', () => {
    const links = [
      link('ab', 'a', 'b', 300),
      link('bc', 'b', 'c', 400),
      link('ca', 'c', 'a', 300),
      link('x', 'a', 'c', 0.5),
    ];
    const { ends, arcs, pad, billion } = divided(scene([['a'], ['b'], ['c']], links));
    expect((ends.get('x') ?? NaN) * circle.radius).toBeCloseTo(wide.thinnest, 9);
    expect(ends.get('bc')).toBeCloseTo(400 * billion, 12);
    expect(pad).toBeCloseTo(0.026, 9);
    expect(arcs.get('a')).toBeCloseTo(600 * billion + wide.thinnest / circle.radius, 9);
  });

  test('give a node without anything to draw a little', () => {
    const { arcs } = divided(
      scene([['a'], ['b'], ['c']], [link('ab', 'a', 'b', 5), link('bc', 'b', 'c', 5)]),
    );
    const alone = divided({
      ...scene([['a'], ['b'], ['c']], [link('bc', 'b', 'c', 5), link('ca', 'c', 'a', 5)]),
      links: [link('bc', 'b', 'c', 5)],
    });
    expect(arcs.get('a')).toBeGreaterThan(0.5);
    expect(alone.arcs.get('a')).toBe(0.006);
    const many = Array.from({ length: 2000 }, (_, order) => ({
      id: String(order),
      name: '',
      short: '',
      column: 0,
      order,
      members: [],
    }));
    expect(2000 * divided({ nodes: many, links: [] }).pad).toBeCloseTo(0.9 * 2 * Math.PI, 9);
  });

  test('leave gaps a fifth of it at most, and the smallest ends half of the rest, however many there are', () => {
    const names = Array.from({ length: 300 }, (_, index) => `n${String(index).padStart(3, '0')}`);
    const links = names.map((name, index) =>
      link(`l${String(index)}`, name, names[(index + 1) % 300] ?? '', index === 0 ? 5000 : 0.01),
    );
    const { pad, ends } = divided(scene([names], links));
    const small = [...ends.values()].sort((a, b) => a - b).slice(0, -1);
    // What the largest flow may not take goes back to the gaps.
    expect(pad).toBeGreaterThan(0);
    expect(2 * small.reduce((sum, end) => sum + end, 0)).toBeLessThan(0.8 * Math.PI + 1e-9);
    const even = divided(
      scene(
        [names],
        links.map((flow) => ({ ...flow, value: 1 })),
      ),
    );
    expect(300 * even.pad).toBeCloseTo(0.2 * 2 * Math.PI, 9);
  });
});

describe('the sequence on a ring', () => {
  test('puts a node next to where its money goes', () => {
    const links = [link('ac', 'a', 'c', 100), link('bd', 'b', 'd', 100)];
    const { nodes } = scene([['a', 'b'], ['c'], ['d']], links);
    // The last column comes round to the first: b is nearer to d there, a nearer to c where b was.
    expect(sequence(nodes, links, divided({ nodes, links })).map(({ id }) => id)).toEqual([
      'b',
      'a',
      'c',
      'd',
    ]);
  });

  test('keeps the given order where another one is hardly better', () => {
    const links = [
      link('ac', 'a', 'c', 120),
      link('bc', 'b', 'c', 100),
      link('ad', 'a', 'd', 50),
      link('bd', 'b', 'd', 50),
      link('cd', 'c', 'd', 900),
    ];
    const { nodes } = scene([['a', 'b'], ['c'], ['d']], links);
    const given = divided({ nodes, links });
    const swapped = [1, 0, 2, 3].flatMap((index) => nodes[index] ?? []);
    expect(distance(swapped, links, given)).toBeLessThan(0.999 * distance(nodes, links, given));
    expect(sequence(nodes, links, given)).toEqual(nodes);
  });

  test('keeps columns together, is no worse than the given order and has no move that is clearly better', () => {
    fc.assert(
      fc.property(networks, ({ columns, links }) => {
        const { nodes } = scene(columns, links);
        const given = divided({ nodes, links });
        const found = sequence(nodes, links, given);
        expect(found.map(({ column }) => column)).toEqual(nodes.map(({ column }) => column));
        expect(new Set(found)).toEqual(new Set(nodes));
        const least = distance(found, links, given);
        expect(least).toBeLessThanOrEqual(distance(nodes, links, given) + 1e-9);
        found.forEach((node, from) => {
          found.forEach((other, to) => {
            if (other.column !== node.column) return;
            const moved = found.filter((one) => one !== node);
            moved.splice(to, 0, node);
            expect(from === to || distance(moved, links, given) > least * (0.99 - 1e-6) - 1e-9).toBe(true);
          });
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the way a ring lies', () => {
  const arcs: fc.Arbitrary<Arc[]> = fc
    .array(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: 1, maxLength: 12 })
    .map((sizes) => {
      const whole = sizes.reduce((sum, size) => sum + size, 0);
      let at = 0;
      return sizes.map((part, index) => {
        const size = (2 * Math.PI * part) / whole;
        at += size;
        return { id: `n${String(index)}`, middle: at - size / 2, size: 0.9 * size };
      });
    });
  const point = (angle: number) => ({
    x: circle.x + circle.radius * Math.sin(angle),
    y: circle.y - circle.radius * Math.cos(angle),
  });
  const sense = fc.constantFrom(1 as const, -1 as const);

  test('is the one its seats show', () => {
    fc.assert(
      fc.property(arcs, fc.integer({ min: 0, max: 71 }), sense, (all, step, way) => {
        const seats = new Map(all.map(({ id, middle }) => [id, point((Math.PI / 36) * step + way * middle)]));
        const found = turned(all, seats, circle);
        for (const { id, middle } of all) {
          const [at, seat] = [
            point(found.rotation + found.sense * middle),
            seats.get(id) ?? { x: NaN, y: NaN },
          ];
          expect(Math.hypot(at.x - seat.x, at.y - seat.y)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('moves its groups less than any other, large ones above all', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 720 }) });
    fc.assert(
      fc.property(arcs, fc.array(place, { minLength: 12, maxLength: 12 }), (all, places) => {
        const seats = new Map(all.map(({ id }, index) => [id, places[index] ?? { x: 0, y: 0 }]));
        const cost = (rotation: number, way: 1 | -1) =>
          all.reduce((sum, { id, middle, size }) => {
            const [at, seat] = [point(rotation + way * middle), seats.get(id) ?? { x: NaN, y: NaN }];
            return sum + Math.sqrt(size) * Math.hypot(at.x - seat.x, at.y - seat.y);
          }, 0);
        const found = turned(all, seats, circle);
        const least = cost(found.rotation, found.sense);
        for (let step = 0; step < 72; step++)
          for (const way of [1, -1] as const)
            expect(least).toBeLessThanOrEqual(cost((step * Math.PI) / 36, way) * (1 + 1e-6));
      }),
      { numRuns: 1000 },
    );
  });

  test('does not follow seats of other nodes', () => {
    const all = [
      { id: 'a', middle: 1, size: 1 },
      { id: 'b', middle: 3, size: 2 },
    ];
    expect(turned(all, new Map([['x', { x: 0, y: 0 }]]), circle)).toEqual(turned(all, null, circle));
    expect(turned(all, null, circle)).toEqual({ rotation: 0.42 * Math.PI - 3, sense: 1 });
    expect(turned([], null, circle).sense).toBe(1);
  });
});
