// Reads rings from what is drawn, and makes up scenes for them.

import fc from 'fast-check';
import { expect } from 'vitest';
import type { chord } from '../../../src/layout/chord.ts';
import { frame, type Frame } from '../../../src/layout/frame.ts';
import type { Band } from '../../../src/layout/geometry.ts';
import { along } from '../../../src/layout/strip.ts';
import type { SceneNetwork } from '../../../src/model/scene.ts';
import { link, scene } from './scenes.ts';

export type Drawn = ReturnType<typeof chord>;
export type Seats = ReadonlyMap<string, { x: number; y: number }> | null;

/** A part of the circle: the angle of its middle clockwise from the top, and its size, in radians. */
export interface Arc {
  readonly angle: number;
  readonly size: number;
}

export interface End extends Arc {
  readonly link: string;
  readonly node: string;
  readonly other: string;
}

/** An angle between -π and π. */
export const wrapped = (angle: number) => Math.atan2(Math.sin(angle), Math.cos(angle));
export const middle = ({ width, height }: Frame) => ({ x: width / 2, y: height / 2 });

/** The circle on which the ribbons begin and end: boxes stand 3 outside it. */
export const radiusOf = ({ boxes }: Drawn) => 1 / (boxes[0]?.curvature ?? NaN) - 3;

/** The arcs of the groups in their sequence, read from what is drawn. */
export const groupsOf = ({ boxes }: Drawn) =>
  boxes.map(({ key, angle, length, curvature }) => ({
    id: key.slice('node:'.length),
    angle: angle - Math.PI / 2,
    size: length * curvature,
  }));

/** Which way round the groups follow each other. */
export const senseOf = (drawn: Drawn) => {
  const [first, second] = groupsOf(drawn);
  return first && second && second.angle < first.angle ? -1 : 1;
};

/** Where a band begins and ends, and how far from the centre the lines in its middle do. */
export function edges(
  band: Band,
  space: Frame,
): { angle: number; depth: number; reach: number; width: number }[] {
  const { x, y } = middle(space);
  const { spine, bulge, head, width } = band;
  return [0, spine.length - 2].map((index) => {
    const [dx, dy] = [(spine[index] ?? NaN) - x, (spine[index + 1] ?? NaN) - y];
    const depth = Math.hypot(dx, dy);
    const end = index > 0;
    const reach = depth + bulge[end ? 1 : 0];
    return {
      angle: Math.atan2(dx, -dy),
      depth,
      reach: end ? reach + head : reach,
      width: width[end ? 2 : 0],
    };
  });
}

/** The ends of all ribbons, read from what is drawn. */
export function endsOf(drawn: Drawn, space: Frame): End[] {
  return drawn.bands.flatMap((band) => {
    const nodes = [band.source, band.target].map((key) => key?.slice('node:'.length) ?? '');
    return edges(band, space).map(({ angle, depth, width }, index) => ({
      link: band.key,
      node: nodes[index] ?? '',
      other: nodes[1 - index] ?? '',
      angle,
      size: 2 * Math.atan2(width / 2, depth),
    }));
  });
}

/** The ends on a group, by where they stand on it in the sense of the ring. */
export function endsOn(group: { readonly id: string; readonly angle: number }, drawn: Drawn, space: Frame) {
  return endsOf(drawn, space)
    .filter(({ node }) => node === group.id)
    .map((end) => ({ ...end, offset: senseOf(drawn) * wrapped(end.angle - group.angle) }))
    .sort((a, b) => a.offset - b.offset);
}

/** Every number is one, and no ribbon is turned inside out. */
export function sound(drawn: Drawn, space: Frame): void {
  const numbers = [
    drawn.scale,
    ...drawn.boxes.flatMap(({ x, y, angle, length, curvature }) => [x, y, angle, length, curvature]),
    ...drawn.bands.flatMap((band) => [
      ...[...band.spine, ...band.width, ...band.bulge, band.head],
      ...[-0.5, 0, 0.5].flatMap((share) => along(band, share)),
    ]),
  ];
  expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([]);
  for (const { length } of drawn.boxes) expect(length).toBeGreaterThan(0);
  for (const band of drawn.bands) {
    expect(Math.min(...band.width)).toBeGreaterThan(0);
    for (const { depth } of edges(band, space)) expect(depth).toBeGreaterThan(radiusOf(drawn) / 2);
    // From joint to joint both rails go the way the spine goes, or stand still on the inside of a turn. Where the two
    // ends touch, the one without a head and the one with it, the rail between them goes back by less than that head.
    const back = band.source === band.target ? Math.max(0.75, band.head) : 2;
    for (const rail of [along(band, -0.5), along(band, 0.5)])
      for (let at = 0; at + 7 < rail.length; at += 6) {
        const step = (line: readonly number[]) => [
          (line[at + 6] ?? NaN) - (line[at] ?? NaN),
          (line[at + 7] ?? NaN) - (line[at + 1] ?? NaN),
        ];
        const [[x = NaN, y = NaN], [u = NaN, v = NaN]] = [step(rail), step(band.spine)];
        expect((x * u + y * v) / Math.hypot(u, v)).toBeGreaterThan(-back);
      }
  }
}

/** Scenes of 1–16 nodes with 0–40 links of all kinds, self-links, parallels and money of the value 0 among them. */
export const scenes: fc.Arbitrary<SceneNetwork> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
  .chain((sizes) => {
    const rows = sizes.map((size, column) =>
      Array.from({ length: size }, (_, row) => `n${String(column)}-${String(row)}`),
    );
    const node = fc.constantFrom(...rows.flat());
    const value = fc.oneof(
      { weight: 8, arbitrary: fc.double({ min: 0.01, max: 600, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(0, 0.01, 10, 500) },
    );
    const given = fc.oneof(
      { weight: 6, arbitrary: fc.constant('money' as const) },
      { weight: 1, arbitrary: fc.constantFrom('unknown' as const, 'shares' as const, 'guarantee' as const) },
    );
    const one = fc.record({ source: node, target: node, value, given });
    return fc.array(one, { maxLength: 40 }).map((all) =>
      scene(
        rows,
        all.map(({ source, target, value: worth, given: what }, index) =>
          link(`l${String(index).padStart(2, '0')}`, source, target, worth, { given: what }),
        ),
      ),
    );
  });

export const spaces = fc.constantFrom(frame('wide', 720), frame('page', 360), frame('page', 640));
export const seatsOf = ({ nodes }: SceneNetwork): fc.Arbitrary<Seats> =>
  fc.option(
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 720 })), {
        minLength: nodes.length,
        maxLength: nodes.length,
      })
      .map(
        (places) =>
          new Map(
            nodes.map(({ id }, index) => [id, { x: places[index]?.[0] ?? 0, y: places[index]?.[1] ?? 0 }]),
          ),
      ),
  );
export const cases = scenes.chain((network) =>
  fc.record({ network: fc.constant(network), space: spaces, seats: seatsOf(network) }),
);
