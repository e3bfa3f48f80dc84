import { describe, expect, test } from 'vitest';
import { chord } from '../../../src/layout/chord.ts';
import { frame } from '../../../src/layout/frame.ts';
import { along } from '../../../src/layout/strip.ts';
import type { SceneNetwork } from '../../../src/model/scene.ts';
import { endsOf, groupsOf, middle, radiusOf, senseOf, sound, type Seats } from './circles.ts';
import { link, scene } from './scenes.ts';

const columns = [['a'], ['b', 'c'], ['d']];
const links = [
  link('ab', 'a', 'b', 100),
  link('ac', 'a', 'c', 50),
  link('bd', 'b', 'd', 150),
  link('da', 'd', 'a', 30),
  link('da2', 'd', 'a', 20),
];
const wide = frame('wide', 720);
const ring = (nodes: readonly (readonly string[])[], flows: SceneNetwork['links'], seats: Seats = null) =>
  chord({ ...scene(nodes, flows), form: 'chord' }, wide, 5, seats);

describe('a ring', () => {
  const drawn = ring(columns, links);

  test('gives each node an arc as long as what comes and goes', () => {
    const length = (id: string) => drawn.boxes.find(({ key }) => key === `node:${id}`)?.length ?? NaN;
    // a: 100 + 50 out, 30 + 20 in; b: 100 in, 150 out; c: 50 in; d: 150 in, 50 out
    const unit = length('c') / 50;
    expect(['a', 'b', 'd'].map((id) => Math.round(length(id) / unit))).toEqual([200, 250, 200]);
  });

  test('keeps the sequence of the columns round the circle', () => {
    expect(groupsOf(drawn).map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd']);
  });

  test('doubles the gap between two columns', () => {
    const groups = groupsOf(drawn);
    const gaps = groups.map(({ angle, size }, index) => {
      const next = groups[(index + 1) % groups.length] ?? { angle: NaN, size: NaN };
      return ((next.angle - angle + 4 * Math.PI) % (2 * Math.PI)) - (size + next.size) / 2;
    });
    const [ac = NaN, cb = NaN, bd = NaN, da = NaN] = gaps;
    for (const gap of [ac, bd, da]) expect(gap).toBeCloseTo(2 * cb, 9);
  });

  test('stands with its largest group on the right when nothing else decides', () => {
    const { x, y } = drawn.boxes.find(({ key }) => key === 'node:b') ?? { x: NaN, y: NaN };
    expect(x).toBeGreaterThan(middle(wide).x + 0.9 * radiusOf(drawn));
    expect(y).toBeLessThan(middle(wide).y);
    expect(senseOf(drawn)).toBe(1);
  });

  test('runs the other way round when its nodes stand that way in the Sankey', () => {
    const seats = new Map(
      drawn.boxes.map(({ key, x, y }) => [key.slice('node:'.length), { x, y: 2 * middle(wide).y - y }]),
    );
    const mirrored = ring(columns, links, seats);
    expect(senseOf(mirrored)).toBe(-1);
    for (const { key, x, y } of mirrored.boxes) {
      const seat = seats.get(key.slice('node:'.length)) ?? { x: NaN, y: NaN };
      // Within half a step of the rotation.
      expect(Math.hypot(x - seat.x, y - seat.y)).toBeLessThan((radiusOf(drawn) + 3) * (Math.PI / 72) + 0.01);
    }
  });

  test('keeps its sequence when one amount changes a little', () => {
    const names = Array.from({ length: 20 }, (_, index) => `n${String(index).padStart(2, '0')}`);
    const flows = Array.from({ length: 40 }, (_, index) =>
      link(
        `l${String(index)}`,
        names[index % 20] ?? '',
        names[(7 * index + 3) % 20] ?? '',
        1 + ((index * 37) % 90),
      ),
    );
    const rows = [0, 1, 2, 3].map((column) => names.slice(5 * column, 5 * column + 5));
    const sequence = (one: SceneNetwork['links']) => groupsOf(ring(rows, one)).map(({ id }) => id);
    const before = sequence(flows);
    const changed = flows.flatMap(({ id }) =>
      [0.9, 1.1].filter((factor) => {
        const after = flows.map((flow) => (flow.id === id ? { ...flow, value: flow.value * factor } : flow));
        return sequence(after).join() !== before.join();
      }),
    );
    expect(before).not.toEqual(names);
    expect(changed.length).toBeLessThanOrEqual(4);
  });

  test('draws what is no sum of money as one line of one width, whatever it is worth', () => {
    const given = [
      link('ad', 'a', 'd', 0, { given: 'unknown' }),
      link('cd', 'c', 'd', 400, { given: 'shares' }),
      link('de', 'd', 'e', 7, { given: 'guarantee' }),
      link('zero', 'a', 'b', 0),
    ];
    const both = ring([['a'], ['b', 'c'], ['d', 'e']], [...links, ...given]);
    const sizes = endsOf(both, wide).filter(({ link: key }) => !links.some(({ id }) => key === `link:${id}`));
    expect(sizes).toHaveLength(6);
    for (const { size } of sizes) expect(size * radiusOf(both)).toBeCloseTo(wide.symbol, 9);
    expect(both.bands.filter(({ given: what }) => what !== 'money').map(({ lines }) => lines)).toEqual([
      1, 1, 1,
    ]);
    // A node that has nothing else still stands on the ring.
    expect(groupsOf(both).find(({ id }) => id === 'e')?.size).toBeCloseTo(wide.symbol / radiusOf(both), 9);
  });

  test('leads a flow from a node to itself round a hole and back to its arc', () => {
    const own = ring(columns, [...links, link('aa', 'a', 'a', 4)]).bands.find(({ key }) => key === 'link:aa');
    if (!own) throw new Error('not drawn');
    const rails = [-0.5, 0.5].map((share) => along(own, share));
    const inner = rails.map((rail) =>
      rail.flatMap((x, at) => (at % 6 === 0 ? [[x, rail[at + 1] ?? NaN]] : [])),
    );
    const widths = inner.map((points) =>
      Math.max(
        ...points.flatMap(([x = NaN, y = NaN]) =>
          points.map(([u = NaN, v = NaN]) => Math.hypot(x - u, y - v)),
        ),
      ),
    );
    // Across its hole lies more than across the two ends.
    expect(Math.min(...widths)).toBeGreaterThan(2 * wide.symbol + own.width[0]);
  });

  test('never crosses the legs of a loop, whichever way round the ring goes', () => {
    const flows = [...links, link('aa', 'a', 'a', 4), link('aa2', 'a', 'a', 3)];
    const mirrored = new Map(
      drawn.boxes.map(({ key, x, y }) => [key.slice('node:'.length), { x, y: 2 * middle(wide).y - y }]),
    );
    for (const seats of [null, mirrored])
      for (const { key, spine } of ring(columns, flows, seats).bands) {
        if (!key.startsWith('link:aa')) continue;
        const [x = NaN, y = NaN, ...rest] = spine;
        const [u = NaN, v = NaN] = spine.slice(-2);
        // The end of the first leg, after two cubics, lies on the side of the start.
        const [p = NaN, q = NaN] = rest.slice(10, 12);
        expect((p - (x + u) / 2) * (x - u) + (q - (y + v) / 2) * (y - v)).toBeGreaterThan(0);
      }
  });

  test('says which link has no place', () => {
    const astray = { ...scene(columns, links), links: [link('ax', 'a', 'x', 5)] };
    expect(() => chord(astray, wide, 5)).toThrow('target of ax');
  });

  test.each([
    ['an empty scene', [['a']], []],
    ['one node that pays itself', [['a']], [link('aa', 'a', 'a', 500)]],
    ['a single flow', [['a'], ['b']], [link('ab', 'a', 'b', 500)]],
    ['two opposite flows', [['a'], ['b']], [link('ab', 'a', 'b', 5), link('ba', 'b', 'a', 5)]],
    ['tiny amounts', columns, links.map((one) => ({ ...one, value: 0.01 }))],
    [
      'a giant among tiny amounts',
      columns,
      links.map((one, index) => ({ ...one, value: index ? 0.01 : 1e6 })),
    ],
    ['nothing but money of the value 0', columns, links.map((one) => ({ ...one, value: 0 }))],
    ['no money at all', columns, links.map((one) => ({ ...one, given: 'unknown' as const, value: 0 }))],
  ])('is sensible for %s', (_, nodes, flows) => {
    const drawn = ring(nodes, flows);
    expect(drawn.bands).toHaveLength(
      flows.filter(({ given, value }) => given !== 'money' || value > 0).length,
    );
    expect(drawn.boxes).toHaveLength(new Set(flows.flatMap(({ source, target }) => [source, target])).size);
    sound(drawn, wide);
  });

  test('holds 90 nodes and 150 flows', () => {
    const names = Array.from({ length: 90 }, (_, index) => `n${String(index)}`);
    const flows = Array.from({ length: 150 }, (_, index) =>
      link(`l${String(index)}`, names[index % 90] ?? '', names[(index * 7 + 1) % 90] ?? '', 1 + (index % 30)),
    );
    const rows = [0, 1, 2, 3, 4].map((column) => names.filter((__, index) => index % 5 === column));
    for (const space of [wide, frame('page', 640)]) {
      const drawn = chord(scene(rows, flows), space, 20, new Map([['n0', { x: 0, y: 0 }]]));
      sound(drawn, space);
      const arcs = groupsOf(drawn).map(({ size }) => size);
      expect(Math.min(...arcs)).toBeGreaterThan(0.006);
      expect(arcs.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(0.8 * 2 * Math.PI - 1e-9);
    }
  });
});
