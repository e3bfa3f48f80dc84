// How do flows stand in a ring? The directed chord diagram: groups from d3-chord, ends and ribbons of our own.

import { chordDirected } from 'd3-chord';
import type { SceneLink, SceneNetwork } from '../model/scene.ts';
import type { Frame } from './frame.ts';
import type { Band, Box, Format } from './geometry.ts';
import { lined } from './lines.ts';
import { refined } from './strip.ts';

/** A group: the arc of a node on the ring, in radians clockwise from the top. */
interface Group {
  readonly id: string;
  readonly startAngle: number;
  readonly endAngle: number;
}

/** An end of a ribbon on the ring. */
interface End {
  readonly startAngle: number;
  readonly endAngle: number;
}

/** Free space between two groups, in radians. */
const PAD = 0.026;
/** Share of the frame's shorter half that the ring takes; the rest is for names. */
const RING: Readonly<Record<Format, number>> = { page: 0.73, wide: 0.87 };

/** The scene as a ring, and the units of the viewBox that one billion US dollars takes on it. */
export function chord(
  scene: SceneNetwork,
  frame: Frame,
  perLine: number,
): { bands: Band[]; boxes: Box[]; scale: number } {
  const links = scene.links.filter((link) => link.value > 0);
  const groups = groupsOf(scene, links);
  const radius = (RING[frame.format] * Math.min(frame.width, frame.height)) / 2 - frame.thickness;
  const sum = links.reduce((total, link) => total + link.value, 0);
  const scale = ((2 * Math.PI - PAD * groups.length) * radius) / (2 * sum || 1);
  const ends = endsOf(groups, links, scale / radius);
  const centre = { x: frame.width / 2, y: frame.height / 2 };
  const bands = links.map((link): Band => {
    const [source, target] = [ends.get(`source ${link.id}`), ends.get(`target ${link.id}`)];
    if (!source || !target) throw new Error(`no end for ${link.id}`);
    const head = Math.min(7, 0.35 * link.value * scale);
    return {
      ...lined(link, perLine),
      period: 0,
      travel: -1,
      ...ribbon(source, target, radius, head, centre),
    };
  });
  // Wide ribbons lie below narrow ones.
  bands.sort((a, b) => b.width[0] - a.width[0] || (a.key < b.key ? -1 : 1));
  const boxes = groups.map(({ id, startAngle, endAngle }): Box => {
    const middle = (startAngle + endAngle) / 2;
    const outer = radius + 3;
    return {
      key: `node:${id}`,
      x: centre.x + outer * Math.sin(middle),
      y: centre.y - outer * Math.cos(middle),
      angle: middle + Math.PI / 2,
      length: (endAngle - startAngle) * outer,
      curvature: 1 / outer,
      thickness: frame.format === 'wide' ? 10 : 7,
    };
  });
  return { bands, boxes, scale };
}

/** The arcs of the nodes in the sequence of the columns, turned so that the largest stands on the right. */
function groupsOf(scene: SceneNetwork, links: readonly SceneLink[]): Group[] {
  const index = new Map(scene.nodes.map((node, position) => [node.id, position]));
  const matrix = scene.nodes.map(() => scene.nodes.map(() => 0));
  for (const link of links) {
    const row = matrix[index.get(link.source) ?? -1];
    const column = index.get(link.target) ?? -1;
    if (row) row[column] = (row[column] ?? 0) + link.value;
  }
  const laid = chordDirected().padAngle(PAD)(matrix).groups;
  const largest = laid.reduce((most, group) => (group.value > most.value ? group : most), laid[0] ?? NOTHING);
  const turn = Math.PI * 0.42 - (largest.startAngle + largest.endAngle) / 2;
  return laid.map((group) => ({
    id: scene.nodes[group.index]?.id ?? '',
    startAngle: group.startAngle + turn,
    endAngle: group.endAngle + turn,
  }));
}

const NOTHING = { index: -1, startAngle: 0, endAngle: 0, value: 0 };

/**
 * The ends of all ribbons, packed on their groups in the circular order of where they lead, so that the ribbons of
 * a group do not cross each other. Links between the same two nodes stand in opposite order at their two ends.
 */
function endsOf(
  groups: readonly Group[],
  links: readonly SceneLink[],
  anglePerValue: number,
): Map<string, End> {
  const place = new Map(groups.map(({ id }, index) => [id, index]));
  const count = groups.length;
  const result = new Map<string, End>();
  groups.forEach(({ id, startAngle }, index) => {
    const here = links.flatMap((link, order) => [
      ...(link.source === id ? [{ name: `source ${link.id}`, link, other: link.target, order }] : []),
      ...(link.target === id ? [{ name: `target ${link.id}`, link, other: link.source, order: -order }] : []),
    ]);
    const distance = (other: string) => (index - (place.get(other) ?? 0) + count) % count;
    here.sort((a, b) => distance(a.other) - distance(b.other) || a.order - b.order);
    let angle = startAngle;
    for (const { name, link } of here) {
      const next = angle + link.value * anglePerValue;
      result.set(name, { startAngle: angle, endAngle: next });
      angle = next;
    }
  });
  return result;
}

/** A strip along the circle that meets the ring at right angles at both ends: it never twists between neighbours. */
function ribbon(
  source: End,
  target: End,
  radius: number,
  head: number,
  centre: { readonly x: number; readonly y: number },
): Pick<Band, 'spine' | 'width' | 'head' | 'bulge'> {
  const chordOf = ({ startAngle, endAngle }: End, r: number) => {
    const half = (endAngle - startAngle) / 2;
    return {
      angle: startAngle + half,
      depth: r * Math.cos(half),
      width: 2 * r * Math.sin(half),
      bulge: r * (1 - Math.cos(half)),
    };
  };
  const from = chordOf(source, radius);
  const to = chordOf(target, radius - head);
  const point = (angle: number, depth: number) => [
    centre.x + depth * Math.sin(angle),
    centre.y - depth * Math.cos(angle),
  ];
  const start = point(from.angle, from.depth);
  const end = point(to.angle, to.depth);
  // A cubic whose handles point at the centre follows that circle closely; the farther apart, the longer they are.
  const apart = Math.abs(Math.atan2(Math.sin(to.angle - from.angle), Math.cos(to.angle - from.angle)));
  const turn = Math.PI - apart;
  const circle = radius * Math.tan(apart / 2);
  const reach =
    turn < 1e-6 ? (2 * radius) / 3 : Math.min(0.92 * radius, (4 / 3) * Math.tan(turn / 4) * circle);
  const first = point(from.angle, from.depth - reach);
  const second = point(to.angle, to.depth - reach);
  const spine = [...start, ...first, ...second, ...end];
  const waist = Math.min(from.width, to.width);
  return {
    spine: refined(spine, 8),
    width: [from.width, waist, to.width],
    head,
    bulge: [from.bulge, to.bulge],
  };
}
