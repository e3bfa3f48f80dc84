// Where do nodes and flows stand across the columns, and which way do they run? The Sankey layout with return links.
// Everything is computed along and across the columns; `place` turns that into x and y.

import { sankey as d3Sankey } from 'd3-sankey';
import type { SceneLink, SceneNetwork } from '../model/scene.ts';
import type { Frame } from './frame.ts';
import { routed, type Across, type Flow, type Slot } from './routes.ts';

interface Draft {
  readonly id: string;
  readonly column: number;
  readonly passage: boolean;
  readonly order: number;
  readonly size: number;
  readonly room: number;
}

/** The middle of each box across, for scenes that are to keep their places. */
export type Anchors = ReadonlyMap<string, number>;

/**
 * Places a scene across the columns at `scale` units of the viewBox per billion US dollars: where its links run
 * straight, or, given `anchors`, where these say.
 */
export function sankey(
  scene: SceneNetwork,
  columns: number,
  frame: Frame,
  scale: number,
  anchors: Anchors | null,
): Across {
  const flows = flowsOf(scene, frame, scale);
  const drafts = draftsOf(scene, flows, frame);
  const rows = Array.from({ length: columns }, (_, column) =>
    drafts
      .filter((draft) => draft.column === column)
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
  );
  const starts = anchors
    ? projected(rows, anchored(drafts, anchors), frame)
    : straightened(rows, flows, wished(rows, flows, frame), frame);
  const slots = drafts.map(({ id, column, passage, room, size }): Slot => {
    const start = (starts.get(id) ?? 0) + room;
    return { id, column, passage, start, end: start + size };
  });
  return routed(flows, slots, columns, frame);
}

const anchored = (drafts: readonly Draft[], anchors: Anchors): Starts =>
  new Map(drafts.map(({ id, room, size }) => [id, (anchors.get(id) ?? 0) - size / 2 - room]));

/** The links with an amount, their width, and the boxes they pass. */
function flowsOf(scene: SceneNetwork, frame: Frame, scale: number): Flow[] {
  const column = new Map(scene.nodes.map((node) => [node.id, node.column]));
  // In the order of their ids: d3-sankey's places turn with the order of its input.
  return [...scene.links]
    .filter((link) => link.value > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((link) => {
      const from = column.get(link.source) ?? 0;
      const to = column.get(link.target) ?? 0;
      const between = Array.from({ length: Math.max(0, to - from - 1) }, (_, step) =>
        passageId(link, from + step + 1),
      );
      return {
        link,
        width: Math.max(frame.thinnest, link.value * scale),
        path: [link.source, ...between, link.target],
        returns: to <= from,
      };
    });
}

const passageId = (link: SceneLink, column: number) => `${link.id}@${String(column)}`;

/** A box for each node, as high as the larger of its two sums, and for each passage of a link. */
function draftsOf(scene: SceneNetwork, flows: readonly Flow[], frame: Frame): Draft[] {
  const least = 3;
  const sum = (node: string, end: 'source' | 'target') =>
    flows.reduce((total, flow) => (flow.link[end] === node ? total + flow.width : total), 0);
  const counts = new Map<number, number>();
  for (const node of scene.nodes)
    counts.set(node.column, Math.max(counts.get(node.column) ?? 0, node.order + 1));
  const share = (id: string) => {
    const node = scene.nodes.find((candidate) => candidate.id === id);
    return node ? (node.order + 0.5) / (counts.get(node.column) ?? 1) : 0.5;
  };
  const nodes = scene.nodes.map((node) => ({
    id: node.id,
    column: node.column,
    passage: false,
    order: share(node.id),
    size: Math.max(least, sum(node.id, 'source'), sum(node.id, 'target')),
    room: frame.nameRoom,
  }));
  const passages = flows.flatMap(({ link, width, path }) => {
    const first = nodes.find((node) => node.id === link.source)?.column ?? 0;
    const step = (index: number) => index / (path.length - 1);
    return path.slice(1, -1).map((id, index) => ({
      id,
      column: first + index + 1,
      passage: true,
      order: share(link.source) + (share(link.target) - share(link.source)) * step(index + 1),
      size: width,
      room: 0,
    }));
  });
  return [...nodes, ...passages];
}

type Starts = ReadonlyMap<string, number>;

/** Where d3-sankey would put the boxes across: the wish that `straightened` starts from. */
function wished(rows: readonly (readonly Draft[])[], flows: readonly Flow[], frame: Frame): Starts {
  const height = Math.max(1, ...rows.map((row) => spread(row, frame)));
  // d3-sankey puts a node in the column of its longest path: a spine of empty nodes keeps all columns in being.
  const spine = rows.map((_, column) => ({
    id: `spine@${String(column)}`,
    column,
    order: -1,
    fixedValue: 0,
  }));
  const boxes = rows
    .flat()
    .map(({ id, column, order, size, room }) => ({ id, column, order, fixedValue: size + room }));
  const links = [
    ...spine.slice(1).map((node, index) => ({ source: `spine@${String(index)}`, target: node.id, value: 0 })),
    ...flows
      .filter((flow) => !flow.returns)
      .flatMap(({ path, width }) =>
        path.slice(1).map((target, index) => ({ source: path[index] ?? '', target, value: width })),
      ),
  ];
  const layout = d3Sankey<{ id: string; column: number; order: number }, object>()
    .nodeId((node) => node.id)
    .nodeAlign((node) => node.column)
    .nodeSort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .nodePadding(frame.padding)
    .extent([
      [0, -frame.padding],
      [rows.length, height],
    ]);
  const placed = layout({ nodes: [...spine, ...boxes], links });
  return new Map(placed.nodes.map((node) => [node.id, node.y0 ?? 0]));
}

/** What the boxes of a column take up across. */
const spread = (row: readonly Draft[], frame: Frame): number =>
  row.reduce((sum, { size, room }) => sum + size + room + frame.padding, 0) - frame.padding;

/** Moves boxes to where their forward links run straight, and away from where their returns come round. */
function straightened(
  rows: readonly (readonly Draft[])[],
  flows: readonly Flow[],
  wishes: Starts,
  frame: Frame,
): Starts {
  const sweeps = 12;
  const eagerness = 0.7;
  const drafts = new Map(rows.flat().map((draft) => [draft.id, draft]));
  let starts = projected(rows, wishes, frame);
  const middle = (id: string) => {
    const draft = drafts.get(id);
    return (starts.get(id) ?? 0) + (draft ? draft.room + draft.size / 2 : 0);
  };
  // The edges hold for all sweeps: moving ones would be pushed on and on.
  const edge = edges([...drafts.values()], starts);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const next = new Map<string, number>();
    for (const { id, size } of drafts.values()) {
      let weight = 0;
      let shift = 0;
      for (const { link, path, width, returns } of flows) {
        if (returns) {
          if (link.source !== id && link.target !== id) continue;
          const far = link.side === 'below' ? edge.start + size / 2 : edge.end - size / 2;
          weight += frame.push * width;
          shift += frame.push * width * (far - middle(id));
          continue;
        }
        path.forEach((step, index) => {
          const other = step === id ? path[index + 1] : path[index + 1] === id ? step : undefined;
          if (other === undefined) return;
          weight += width;
          shift += width * (middle(other) - middle(id));
        });
      }
      next.set(id, (starts.get(id) ?? 0) + (weight > 0 ? (eagerness * shift) / weight : 0));
    }
    starts = projected(rows, next, frame);
  }
  return starts;
}

function edges(drafts: readonly Draft[], starts: Starts): { start: number; end: number } {
  const at = ({ id, room }: Draft) => (starts.get(id) ?? 0) + room;
  return {
    start: Math.min(...drafts.map(at)),
    end: Math.max(...drafts.map((draft) => at(draft) + draft.size)),
  };
}

/**
 * The places nearest to the wishes, by least squares, that keep order and distances in each column:
 * pool adjacent violators (Barlow et al., "Statistical inference under order restrictions", 1972).
 */
function projected(rows: readonly (readonly Draft[])[], wishes: Starts, frame: Frame): Starts {
  const result = new Map<string, number>();
  for (const row of rows) {
    const blocks: { sum: number; count: number; members: { id: string; offset: number }[] }[] = [];
    let offset = 0;
    for (const { id, size, room } of row) {
      blocks.push({ sum: (wishes.get(id) ?? 0) - offset, count: 1, members: [{ id, offset }] });
      offset += size + room + frame.padding;
      for (
        let last = blocks.at(-1), before = blocks.at(-2);
        last && before;
        last = blocks.at(-1), before = blocks.at(-2)
      ) {
        if (before.sum / before.count <= last.sum / last.count) break;
        blocks.splice(-2, 2, {
          sum: before.sum + last.sum,
          count: before.count + last.count,
          members: [...before.members, ...last.members],
        });
      }
    }
    for (const { sum, count, members } of blocks)
      for (const member of members) result.set(member.id, sum / count + member.offset);
  }
  return result;
}
