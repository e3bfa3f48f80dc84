// How do flows stand in a ring? The directed chord diagram: groups from d3-chord, ends and ribbons of our own.

import { chordDirected } from 'd3-chord';
import type { SceneLink, SceneNetwork, SceneNode } from '../model/scene.ts';
import { PITCH, type Frame } from './frame.ts';
import type { Band, Box, Format } from './geometry.ts';
import { lined } from './lines.ts';
import { circleOf, sequence, shares, slots, turned } from './ring.ts';
import type { Arc, Circle, Point, Shares } from './ring.ts';
import { quarterTo } from './spine.ts';
import { refined } from './strip.ts';

/** An end of a ribbon on the page: the angle of its middle clockwise from the top, and its size, in radians. */
interface End {
  readonly angle: number;
  readonly size: number;
}

/** The straight edge in which a ribbon begins or ends, short of the arc it stands on by its bulge. */
interface Edge {
  readonly angle: number;
  /** From the centre of the ring. */
  readonly depth: number;
  readonly width: number;
  readonly bulge: number;
}

/** The loop of a flow from a node to itself, in units of the viewBox. */
interface Loop {
  /** By how much its legs part on each side. */
  readonly hole: number;
  /** How long they take for it. */
  readonly leg: number;
}

/** How thick a group is, and how far outside the ribbons. */
const THICKNESS: Readonly<Record<Format, number>> = { page: 7, wide: 10 };
const APART = 3;
/** The point of a ribbon: at most so long, and this share of its width. */
const HEAD = { longest: 7, share: 0.35 };
/** Ribbons are narrower in the crowded middle by up to this share: those as wide as a quarter of the radius. */
const WAIST = { most: 0.36, from: 0.25 };
/** Where flows from a node to itself take less than this of the ring, in radians, they are loops with a hole. */
const LOOP = 0.5;
const byId = (a: { readonly id: string }, b: { readonly id: string }) =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * The scene as a ring, and the units of the viewBox that one billion US dollars takes on it. Only money is drawn to
 * scale; what is no sum of money is a line of one width. Money of the value 0 is not drawn.
 *
 * @param perLine the sum of one hairline, in billions of US dollars
 * @param seats where the nodes stand in the Sankey of the same chart: the middles of their boxes by the nodes' ids, in
 *   units of the viewBox. The ring is turned so that they move least; null where the chart has no Sankey.
 * @throws when a link begins or ends at a node that the scene does not have
 */
export function chord(
  scene: SceneNetwork,
  frame: Frame,
  perLine: number,
  seats: ReadonlyMap<string, Point> | null = null,
): { bands: Band[]; boxes: Box[]; scale: number } {
  const given = [...scene.nodes].sort((a, b) => a.column - b.column || a.order - b.order || byId(a, b));
  const links = scene.links.filter((link) => link.given !== 'money' || link.value > 0).sort(byId);
  const circle = circleOf(frame);
  const parts = shares(given, links, frame, circle.radius);
  const groups = groupsOf(sequence(given, links, parts), links, parts);
  const turn = turned(groups, seats, circle);
  const placed = (middle: number) => turn.rotation + turn.sense * middle;
  const ends = endsOf(groups, links, parts);
  const loops = loopsOf(links, parts, circle, 2 * frame.symbol);
  const end = (name: string): End => {
    const arc = ends.get(name);
    if (!arc) throw new Error(`no place on the ring for the ${name}`);
    return { angle: placed(arc.middle), size: arc.size };
  };
  const bands = links.map((link): Band => {
    const [source, target] = [end(`source of ${link.id}`), end(`target of ${link.id}`)];
    const lines = lined(link, perLine);
    const way = link.source === link.target ? (loops.get(link.source) ?? null) : null;
    const shape = ribbon(source, target, circle, lines.lines, way);
    return { ...lines, period: 0, travel: -1, ...shape };
  });
  // Wide ribbons lie below narrow ones; the last digits of a width decide nothing.
  const broad = ({ width }: Band) => Math.round(width[0] * 1e6);
  bands.sort((a, b) => broad(b) - broad(a) || (a.key < b.key ? -1 : 1));
  const radius = circle.radius + APART;
  const boxes = groups.map(({ id, middle, size }): Box => {
    const angle = placed(middle);
    const { x, y } = onCircle(circle, angle, radius);
    return {
      key: `node:${id}`,
      x,
      y,
      angle: angle + Math.PI / 2,
      length: size * radius,
      curvature: 1 / radius,
      thickness: THICKNESS[frame.format],
    };
  });
  return { bands, boxes, scale: parts.billion * circle.radius };
}

/** The point at an angle clockwise from the top and a distance from the centre. */
const onCircle = ({ x, y }: Point, angle: number, depth: number): Point => ({
  x: x + depth * Math.sin(angle),
  y: y - depth * Math.cos(angle),
});

/** The arcs of the nodes in their sequence. An empty group between two columns doubles the gap. */
function groupsOf(
  nodes: readonly SceneNode[],
  links: readonly SceneLink[],
  { ends, arcs, pad }: Shares,
): Arc[] {
  const places = slots(nodes);
  const index = new Map(places.flatMap((node, slot) => (node ? [[node.id, slot] as const] : [])));
  const matrix = places.map(() => places.map(() => 0));
  const add = (source: string, target: string, size: number) => {
    const row = matrix[index.get(source) ?? -1];
    const slot = index.get(target) ?? -1;
    if (row) row[slot] = (row[slot] ?? 0) + size;
  };
  for (const link of links) add(link.source, link.target, ends.get(link.id) ?? 0);
  const linked = new Set(links.flatMap(({ source, target }) => [source, target]));
  // A group counts what is on the diagonal as coming and as going.
  for (const { id } of nodes) if (!linked.has(id)) add(id, id, (arcs.get(id) ?? 0) / 2);
  return chordDirected()
    .padAngle(pad)(matrix)
    .groups.flatMap(({ index: slot, startAngle, endAngle }) => {
      const node = places[slot];
      return node ? [{ id: node.id, middle: (startAngle + endAngle) / 2, size: endAngle - startAngle }] : [];
    });
}

/**
 * The ends of all ribbons, packed on their groups in the circular order of where they lead, so that the ribbons of
 * a group do not cross each other. Links between the same two nodes stand in opposite order at their two ends.
 */
function endsOf(groups: readonly Arc[], links: readonly SceneLink[], { ends }: Shares): Map<string, Arc> {
  const place = new Map(groups.map(({ id }, index) => [id, index]));
  const here = groups.map((): { id: string; distance: number; rank: number; size: number }[] => []);
  links.forEach(({ id, source, target }, index) => {
    const [from, to] = [place.get(source) ?? -1, place.get(target) ?? -1];
    const distance = (at: number, other: number) => (at - other + groups.length) % groups.length;
    const size = ends.get(id) ?? 0;
    const rank = index + 1;
    here[from]?.push({ id: `source of ${id}`, distance: distance(from, to), rank, size });
    here[to]?.push({ id: `target of ${id}`, distance: distance(to, from), rank: -rank, size });
  });
  return new Map(
    groups.flatMap((group, index) => {
      let angle = group.middle - group.size / 2;
      const sorted = here[index]?.sort((a, b) => a.distance - b.distance || a.rank - b.rank) ?? [];
      return sorted.map(({ id, size }): [string, Arc] => {
        angle += size;
        return [id, { id, middle: angle - size / 2, size }];
      });
    }),
  );
}

/** The edge under an arc of a circle. */
function edgeOf({ angle, size }: End, radius: number): Edge {
  const half = size / 2;
  return {
    angle,
    depth: radius * Math.cos(half),
    width: 2 * radius * Math.sin(half),
    bulge: radius * (1 - Math.cos(half)),
  };
}

/** The shape of a ribbon between two ends. */
function ribbon(
  source: End,
  target: End,
  circle: Circle,
  lines: number,
  way: Loop | null,
): Pick<Band, 'spine' | 'width' | 'head' | 'bulge'> {
  const head = Math.min(HEAD.longest, HEAD.share * source.size * circle.radius);
  const from = edgeOf(source, circle.radius);
  const to = edgeOf(target, circle.radius - head);
  const apart = Math.atan2(Math.sin(to.angle - from.angle), Math.cos(to.angle - from.angle));
  const spine = way ? loop(from, to, apart, circle, way) : bow(from, to, Math.abs(apart), circle);
  // Only what runs through the middle makes room there, and only while its hairlines stay apart.
  const narrow = Math.min(from.width, to.width);
  const through = Math.sin(apart / 2) ** 2;
  const share = WAIST.most * through * Math.min(1, narrow / (WAIST.from * circle.radius));
  const waist = Math.min(narrow, Math.max((1 - share) * narrow, PITCH * lines));
  return {
    spine,
    width: [from.width, waist, to.width],
    head,
    bulge: [from.bulge, to.bulge],
  };
}

/**
 * Eight cubics along the circle that meets the ring at right angles at both ends, so that a ribbon never twists between
 * neighbours. At an angle Δ apart it turns by π − Δ on a radius of ρ · tan(Δ/2), and its handles are 4/3 · tan(turn/4)
 * of that long; with t for this tangent that is ρ · 2/3 · (1 − t²), which also holds for the straight way, Δ = π.
 */
function bow(from: Edge, to: Edge, apart: number, circle: Circle): number[] {
  const handle = (2 / 3) * (1 - Math.tan((Math.PI - apart) / 4) ** 2);
  const points = [
    onCircle(circle, from.angle, from.depth),
    onCircle(circle, from.angle, from.depth * (1 - handle)),
    onCircle(circle, to.angle, to.depth * (1 - handle)),
    onCircle(circle, to.angle, to.depth),
  ];
  return refined(
    points.flatMap(({ x, y }) => [x, y]),
    8,
  );
}

/**
 * The loops of nodes that pay themselves, by the nodes' ids: all of a node have the same hole and legs, so that one lies
 * in the other. Where they take much of the ring there is room inside them anyhow, and no loop is needed.
 */
function loopsOf(
  links: readonly SceneLink[],
  { ends }: Shares,
  { radius }: Circle,
  hole: number,
): Map<string, Loop> {
  const sizes = new Map<string, number>();
  for (const { id, source, target } of links)
    if (source === target) sizes.set(source, (sizes.get(source) ?? 0) + (ends.get(id) ?? 0));
  return new Map(
    [...sizes].flatMap(([id, size]): [string, Loop][] => {
      const left = hole * (1 - (2 * size) / LOOP);
      // Legs part in the shape of an S, whose turns are never tighter than what runs in them is wide.
      const leg = Math.max(2 * left, Math.sqrt(1.8 * Math.max(0, left) * size * radius));
      return left > 1 ? [[id, { hole: left, leg }]] : [];
    }),
  );
}

/** Two ends side by side on one group, joined by a loop: legs that part by the hole, and half a circle between them. */
function loop(from: Edge, to: Edge, apart: number, circle: Circle, { hole, leg }: Loop): number[] {
  const axis = from.angle + apart / 2;
  const side = apart < 0 ? -1 : 1;
  const base = to.depth * Math.cos(apart / 2);
  const radius = to.depth * Math.sin(Math.abs(apart) / 2) + hole;
  // Inwards from the two ends, and along the ring from the one to the other.
  const at = (inwards: number, along: number): [number, number] => {
    const { x, y } = onCircle(circle, axis, base - inwards);
    return [x + side * along * Math.cos(axis), y + side * along * Math.sin(axis)];
  };
  const [start, out, into, end] = [
    onCircle(circle, from.angle, from.depth),
    onCircle(circle, from.angle, from.depth - leg / 2),
    onCircle(circle, to.angle, to.depth - leg / 2),
    onCircle(circle, to.angle, to.depth),
  ];
  const parted = [start.x, start.y, out.x, out.y, ...at(leg / 2, -radius), ...at(leg, -radius)];
  const half = quarterTo(parted, at(leg + radius, -radius), ...at(leg + radius, 0));
  const whole = quarterTo(half, at(leg + radius, radius), ...at(leg, radius));
  const spine = [...whole, ...at(leg / 2, radius), into.x, into.y, end.x, end.y];
  // Each of the four parts in two, whatever their lengths: as many cubics as a bow has.
  return [0, 6, 12, 18].flatMap((start) =>
    refined(spine.slice(start, start + 8), 2).slice(start > 0 ? 2 : 0),
  );
}
