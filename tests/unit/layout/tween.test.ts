import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geometries } from '../../../src/layout/geometries.ts';
import type { Band, Box, Geometry } from '../../../src/layout/geometry.ts';
import { matched } from '../../../src/layout/pieces.ts';
import { tween } from '../../../src/layout/tween.ts';
import { marks } from '../../../src/render/marks.ts';
import { frozen, journeys, times, type Journey } from './journeys.ts';
import { gap, handleOf, narrowest, reachOf, slant } from './measures.ts';
import { chart, link, ring, ringColumns, scene } from './scenes.ts';

const [ab, bc, ca] = ring;
if (!ab || !bc || !ca) throw new Error('the ring has three links');
const less = link('less', 'a', 'b', 30, { replaces: 'ab' });
const laid = (...scenes: (typeof ring)[]): Geometry[] =>
  geometries(
    chart(ringColumns),
    scenes.map((links, index) => scene(ringColumns, links, String(index))),
    scenes.map(() => ({
      'node:a': [{ text: 'A', voice: 'name' }],
      'link:ab': [{ text: '100', voice: 'amount' }],
    })),
    'wide',
  );
const band = (geometry: Geometry, key: string) => geometry.bands.find((one) => one.key === key);
const box = (geometry: Geometry, key: string) => geometry.boxes.find((one) => one.key === key);

/** The largest difference between two lists of numbers; infinite when they are not as many. */
function apart(one: readonly number[] = [], other: readonly number[] = []): number {
  if (one.length !== other.length || one.length === 0) return Infinity;
  return Math.max(...one.map((value, index) => Math.abs(value - (other[index] ?? NaN))));
}

describe('tween', () => {
  const [one, two, all, later] = laid([ab], [ab, bc], [ab, bc, ca], [less, bc, ca]) as [
    Geometry,
    Geometry,
    Geometry,
    Geometry,
  ];

  test('is the scenes themselves at 0 and 1', () => {
    const way = tween(one, two);
    expect(way(0)).toBe(one);
    expect(way(1)).toBe(two);
  });

  test('lets a new link grow from its source', () => {
    const way = tween(two, all);
    const half = band(way(0.7), 'link:ca');
    const whole = band(all, 'link:ca');
    expect(apart(half?.spine.slice(0, 2), whole?.spine.slice(0, 2))).toBeLessThan(1);
    expect(apart(half?.spine.slice(-2), whole?.spine.slice(-2))).toBeGreaterThan(20);
    expect(band(way(0.1), 'link:ca')).toBeUndefined();
  });

  test('draws a leaving link off into its target', () => {
    const way = tween(all, two);
    const half = band(way(0.25), 'link:ca');
    const whole = band(all, 'link:ca');
    expect(apart(half?.spine.slice(-2), whole?.spine.slice(-2))).toBeLessThan(10);
    expect(apart(half?.spine.slice(0, 2), whole?.spine.slice(0, 2))).toBeGreaterThan(20);
    expect(band(way(0.9), 'link:ca')).toBeUndefined();
  });

  test('takes a link that had not arrived when the motion turned back to where it came from', () => {
    const shown = tween(two, all)(0.7);
    const start = band(shown, 'link:ca')?.spine.slice(0, 2);
    const half = band(tween(shown, two)(0.2), 'link:ca');
    expect(apart(half?.spine.slice(0, 2), start)).toBeLessThan(1);
    expect(half?.target).toBeNull();
  });

  test('turns a link into the one that took its place, both ways', () => {
    for (const [from, to] of [
      [all, later],
      [later, all],
    ] as const) {
      const half = tween(from, to)(0.47);
      const width = half.bands.find(({ key }) => key === 'link:less' || key === 'link:ab')?.width[1] ?? NaN;
      expect(width).toBeGreaterThan(30 * half.scale);
      expect(width).toBeLessThan(100 * half.scale);
      expect(half.bands).toHaveLength(3);
    }
  });

  test('turns the end of a link from behind its node to before it the way that lets the link unbend', () => {
    const edge = (key: string, x: number, angle: number, curvature: number): Box => ({
      ...{ key, x, y: 100, angle, length: 40, curvature, thickness: 10 },
    });
    const pattern = band(all, 'link:ab');
    if (!pattern) throw new Error('a pays b');
    const straight = (spine: number[]): Band => ({ ...pattern, spine, width: [20, 20, 20], head: 0 });
    const bands = {
      columns: straight([0, 100, 30, 100, 60, 100, 90, 100]),
      ring: straight([3, 100, 33, 100, 67, 100, 97, 100]),
    };
    const from = {
      ...all,
      bands: [bands.columns],
      boxes: [edge('node:a', 0, 0, 0), edge('node:b', 100, 0, 0)],
    };
    const boxes = [edge('node:a', 0, 0, 0.02), edge('node:b', 100, Math.PI, 0.02)];
    // The node turns half round, the link runs on straight.
    for (const turned of [boxes, boxes.map((one) => ({ ...one, angle: one.angle * -1 }))]) {
      const to = { ...all, bands: [bands.ring], boxes: turned };
      for (const t of [0.3, 0.47, 0.6]) {
        const spine = tween(from, to)(t).bands[0]?.spine ?? [];
        const [x0, y0, x1, y1] = spine.slice(-4) as [number, number, number, number];
        expect(Math.atan2(y1 - y0, x1 - x0)).toBeCloseTo(0);
      }
    }
  });

  test('keeps both ends of a link at right angles that is wider than it is long', () => {
    const pattern = band(all, 'link:ab');
    if (!pattern) throw new Error('a pays b');
    const edge = (key: string, x: number, angle: number): Box => ({
      ...{ key, x, y: 100, angle, length: 200, curvature: 0, thickness: 0 },
    });
    const scenes = [0, 1.5].map((turn): Geometry => {
      const [cos, sin] = [20 * Math.cos(turn), 20 * Math.sin(turn)];
      const spine = [0, 100, cos, 100 + sin, 100 - cos, 100 + sin, 100, 100];
      const boxes = [edge('node:a', 0, turn), edge('node:b', 100, -turn)];
      return { ...all, boxes, bands: [{ ...pattern, spine, width: [200, 200, 200], head: 0 }] };
    });
    const half = tween(scenes[0] ?? all, scenes[1] ?? all)(0.47);
    const spine = half.bands[0]?.spine ?? [];
    const way = (index: number) =>
      Math.atan2(
        (spine.at(index + 3) ?? NaN) - (spine.at(index + 1) ?? NaN),
        (spine.at(index + 2) ?? NaN) - (spine.at(index) ?? NaN),
      );
    expect([way(0), way(-4)]).toEqual([expect.closeTo(0.75), expect.closeTo(-0.75)]);
  });

  test('takes a link that comes or goes along with its nodes when they move', () => {
    const wide = band(all, 'link:ab');
    if (!wide) throw new Error('a pays b');
    const link: Band = { ...wide, width: [8, 8, 8] };
    const lower: Geometry = { ...all, boxes: all.boxes.map((one) => ({ ...one, y: one.y + 100 })) };
    for (const [from, to, t] of [
      [{ ...lower, bands: [] }, { ...all, bands: [link] }, 0.6],
      [{ ...all, bands: [link] }, { ...lower, bands: [] }, 0.3],
    ] as const) {
      const half = tween(from, to)(t);
      const shifted = (box(half, 'node:a')?.y ?? NaN) - (box(all, 'node:a')?.y ?? NaN);
      expect(shifted).toBeGreaterThan(2);
      // Whole or in part, it lies as far below its place as its nodes do.
      const [top, bottom] = [Math.min, Math.max].map((of) =>
        of(...link.spine.filter((_, index) => index % 2 === 1)),
      );
      for (const y of (half.bands[0]?.spine ?? []).filter((_, index) => index % 2 === 1)) {
        expect(y).toBeGreaterThan((top ?? NaN) + shifted - 1e-6);
        expect(y).toBeLessThan((bottom ?? NaN) + shifted + 1e-6);
      }
    }
  });

  test('lets go of a node that the link leaves for another one', () => {
    const other = { ...all, bands: all.bands.map((one) => ({ ...one, source: 'node:c' })) };
    const half = band(tween(all, other)(0.5), 'link:ab');
    expect([half?.source, half?.target]).toEqual([null, 'node:b']);
  });

  test('counts the lines that have flowed and those left open with all the others', () => {
    const some = (lines: number, paid: number, open: number): Geometry => ({
      ...all,
      bands: all.bands.map((one) => ({ ...one, lines, paid, open })),
    });
    const way = tween(some(20, 20, 0), some(7, 0, 7));
    for (let t = 0.02; t < 1; t += 0.02)
      for (const { lines, paid, open } of way(t).bands) expect(paid + open).toBeLessThanOrEqual(lines);
    expect(way(0.47).bands[0]).toMatchObject({ lines: 14, paid: 10, open: 4 });
  });

  test('moves a label that stays and fades one that goes', () => {
    const way = tween(all, later);
    const label = (t: number, key: string) => way(t).labels.find((one) => one.key === key);
    expect(label(0.5, 'node:a')?.opacity).toBe(1);
    expect(label(0.1, 'link:ab')?.opacity).toBeLessThan(1);
    expect(label(0.5, 'link:ab')).toBeUndefined();
  });

  test('lets a node stand as long as links come to it or leave it', () => {
    const way = tween(one, two);
    // It grows with its links, which are never wider than it.
    expect(box(way(0.62), 'node:c')?.length).toBe(box(two, 'node:c')?.length);
    expect(box(tween(two, one)(0.45), 'node:c')?.length).toBe(box(two, 'node:c')?.length);
    expect(box(way(0.3), 'node:c')).toBeUndefined();
    // On a ring the arc of a small node may be of no length at all: it stands all the same.
    const thin = { ...two, boxes: two.boxes.map((node) => ({ ...node, length: 0 })) };
    expect(box(tween(thin, one)(0.2), 'node:c')).toBeDefined();
  });

  test('leaves its arguments as they were', () => {
    const [from, to] = [frozen(structuredClone(two)), frozen(structuredClone(all))];
    expect(() => marks(tween(tween(from, to)(0.5), from)(0.5))).not.toThrow();
  });
});

/** Asserts of journeys; fast-check prints the seed of one that fails. */
const always = (runs: number, check: (journey: Journey, first: number, second: number) => void) => {
  fc.assert(fc.property(journeys(), times(), times(), check), { numRuns: runs });
};

describe('between any two scenes, interrupted or not', { timeout: 60_000 }, () => {
  test('all is finite', () => {
    always(1000, ({ one, two, three }, first, second) => {
      const shown = tween(one, two)(first);
      for (const geometry of [shown, tween(shown, three)(second)])
        for (const mark of marks(geometry))
          if (mark.type === 'path') expect(mark.d).not.toMatch(/NaN|Infinity|undefined|e/);
    });
  });

  test('a motion goes on from what is on the screen', () => {
    always(1000, ({ one, two, three }, first) => {
      const shown = tween(one, two)(first);
      const again = tween(shown, three);
      expect(again(0)).toBe(shown);
      const soon = again(1e-12);
      for (const before of shown.bands) {
        const after = band(soon, before.key);
        const goal = band(three, before.key);
        const same = goal ? matched(before.spine, goal.spine)[0] : before.spine;
        expect(apart(after?.spine, same)).toBeLessThan(1e-9);
        expect(apart(after?.width, before.width)).toBeLessThan(1e-9);
        expect(apart(after?.bulge, before.bulge)).toBeLessThan(1e-9);
      }
      for (const { key, x, y, angle, length, curvature } of shown.boxes) {
        const now = box(soon, key);
        expect(
          apart([now?.x, now?.y, now?.angle, now?.length, now?.curvature].map(Number), [
            x,
            y,
            angle,
            length,
            curvature,
          ]),
        ).toBeLessThan(1e-9);
      }
      expect(again(1)).toBe(three);
    });
  });

  test('no strip is narrower on its way than nine tenths of its narrowest width', () => {
    always(1000, ({ one, two, three }, first, second) => {
      const shown = tween(one, two)(first);
      for (const geometry of [shown, tween(shown, three)(second)])
        for (const moving of geometry.bands)
          expect(narrowest(moving)).toBeGreaterThan(0.9 * Math.min(...moving.width) - 1e-9);
    });
  });

  test('links stay on their nodes, at right angles where money leaves', () => {
    always(1000, ({ one, two, three }, first, second) => {
      const shown = tween(one, two)(first);
      for (const geometry of [shown, tween(shown, three)(second)])
        for (const moving of geometry.bands) {
          for (const end of ['source', 'target'] as const) {
            const on = moving[end] === null ? undefined : box(geometry, moving[end]);
            if (moving[end] !== null) expect(on, `${moving.key} ${end}`).toBeDefined();
            if (on) expect(gap(moving, on, end), `${moving.key} ${end}`).toBeLessThan(reachOf(moving, on));
            // Two decimals do not tell the direction of a handle that is all but nothing.
            const told = [one, two, three, shown].every((scene) => handleOf(band(scene, moving.key)) > 0.5);
            if (on && end === 'source' && told) expect(slant(moving, on)).toBeLessThan(0.05);
          }
        }
    });
  });

  test('no strip is wider than the node it comes from, or that it runs into', () => {
    always(1000, ({ one, two, three }, first, second) => {
      const shown = tween(one, two)(first);
      for (const geometry of [shown, tween(shown, three)(second)])
        for (const { key, source, target, width } of geometry.bands) {
          const room = (node: string | null) => box(geometry, node ?? '')?.length ?? Infinity;
          expect(width[0], `${key} source`).toBeLessThanOrEqual(room(source) + 0.02);
          expect(width[2], `${key} target`).toBeLessThanOrEqual(room(target) + 0.02);
        }
    });
  });

  test('an entering link keeps to its source and a leaving one to its target', () => {
    always(1000, ({ one, three }, time) => {
      const [growing, shrinking] = [tween(one, three)(time), tween(three, one)(time)];
      for (const { key, source } of growing.bands)
        if (!band(one, key)) expect(source).toBe(band(three, key)?.source);
      for (const { key, target } of shrinking.bands)
        if (!band(one, key)) expect(target).toBe(band(three, key)?.target);
    });
  });
});
