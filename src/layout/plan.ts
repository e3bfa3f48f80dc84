// What stands in which column, in which order, and how large is it? A scene before its boxes have places.

import { PASSING, type Side } from '../model/chart.ts';
import type { SceneLink, SceneNetwork } from '../model/scene.ts';
import type { Frame } from './frame.ts';
import { completed } from './order/order.ts';

/** A box of a column: a node, the passage of a forward link, or the lane of a local link next to its target. */
export interface Draft {
  readonly id: string;
  readonly column: number;
  readonly part: 'node' | 'passage' | 'lane';
  /** Across, in units of the viewBox: at least 3 for a node, the width of the link else. */
  readonly size: number;
  /** Room before it for a name. */
  readonly room: number;
}

/** A link with its width and the boxes on its way, as indices of drafts. */
export interface Flow {
  readonly link: SceneLink;
  readonly width: number;
  readonly source: number;
  readonly target: number;
  /** Forward: from the source over its passages to the target. Local: the lane. Return: empty. */
  readonly way: readonly number[];
  readonly turn: 'forward' | 'return' | 'local';
}

/** The boxes and flows of a scene. `rows` holds the indices of the drafts of each column from the top. */
export interface Plan {
  readonly drafts: readonly Draft[];
  readonly rows: readonly (readonly number[])[];
  readonly flows: readonly Flow[];
}

/** The rank of every box in its column, by its id, where another scene of the chart has settled it. */
export type Ranks = ReadonlyMap<string, number>;

/** The least size of a node across. */
const LEAST = 3;

/** The name of the passage of a link in a column, and of the lane of a local link. */
export const passageId = (link: string, column: number) => `${link}@${String(column)}`;
export const laneId = (link: string) => `${link}@lane`;

/** How wide a link is drawn: to scale where it gives money, else as a symbol; 0 where there is nothing to draw. */
export function widthOf({ given, value }: SceneLink, frame: Frame, scale: number): number {
  if (given !== 'money') return frame.symbol;
  return value > 0 ? Math.max(frame.thinnest, value * scale) : 0;
}

/**
 * The plan of a scene at `scale` units of the viewBox per billion US dollars. Boxes stand in the order of the chart,
 * or, given `ranks`, of these; passages that nobody has placed stand where they cross least.
 */
export function planned(
  scene: SceneNetwork,
  columns: number,
  frame: Frame,
  scale: number,
  ranks: Ranks | null,
): Plan {
  // In the order of their ids: what is summed up must not turn with the order of the input.
  const links = scene.links
    .filter((link) => widthOf(link, frame, scale) > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const columnOf = new Map(scene.nodes.map((node) => [node.id, node.column]));
  const sums = sumsOf(links, frame, scale);
  const drafts: Draft[] = [];
  const index = new Map<string, number>();
  const add = (id: string, column: number, part: Draft['part'], size: number, room: number) => {
    index.set(id, drafts.length);
    drafts.push({ id, column, part, size, room });
  };
  const nodes = [...scene.nodes].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  for (const { id, column, members } of nodes) {
    const size = Math.max(LEAST, sums.leaving.get(id) ?? 0, sums.arriving.get(id) ?? 0);
    add(id, column, 'node', size, members.length > 0 ? frame.groupRoom : frame.nameRoom);
  }
  const flows = links.map((link): Flow => {
    const [from, to] = [columnOf.get(link.source) ?? 0, columnOf.get(link.target) ?? 0];
    const width = widthOf(link, frame, scale);
    const [source, target] = [index.get(link.source) ?? 0, index.get(link.target) ?? 0];
    if (to < from) return { link, width, source, target, way: [], turn: 'return' };
    if (to === from) {
      add(laneId(link.id), to, 'lane', width, 0);
      return { link, width, source, target, way: [drafts.length - 1], turn: 'local' };
    }
    const way = [source];
    for (let column = from + 1; column < to; column++) {
      way.push(drafts.length);
      add(passageId(link.id, column), column, 'passage', width, 0);
    }
    way.push(target);
    return { link, width, source, target, way, turn: 'forward' };
  });
  const rows = ranks ? ranked(drafts, columns, ranks) : ordered(scene, drafts, flows, index, columns);
  return { drafts, rows: withLanes(rows, drafts, flows), flows };
}

/** What leaves and arrives at each node, in units of the viewBox. */
function sumsOf(links: readonly SceneLink[], frame: Frame, scale: number) {
  const leaving = new Map<string, number>();
  const arriving = new Map<string, number>();
  for (const link of links) {
    const width = widthOf(link, frame, scale);
    leaving.set(link.source, (leaving.get(link.source) ?? 0) + width);
    arriving.set(link.target, (arriving.get(link.target) ?? 0) + width);
  }
  return { leaving, arriving };
}

/** Nodes and passages in the order of the chart, the rest of the passages where they cross least. */
function ordered(
  scene: SceneNetwork,
  drafts: readonly Draft[],
  flows: readonly Flow[],
  index: ReadonlyMap<string, number>,
  columns: number,
): number[][] {
  const given = Array.from({ length: columns }, (): { entry: string; order: number }[] => []);
  for (const { id, column, order } of scene.nodes) given[column]?.push({ entry: id, order });
  for (const { link, column, order } of scene.passages) given[column]?.push({ entry: PASSING + link, order });
  const rows = given.map((entries) =>
    entries.sort((a, b) => a.order - b.order || (a.entry < b.entry ? -1 : 1)).map(({ entry }) => entry),
  );
  const passing = flows.reduce(
    (sum, { way, turn }) => sum + (turn === 'forward' ? Math.max(0, way.length - 2) : 0),
    0,
  );
  const whole =
    passing > scene.passages.length
      ? completed(
          rows,
          flows.map(({ link, width }) => ({
            id: link.id,
            source: link.source,
            target: link.target,
            value: width,
          })),
        )
      : rows;
  return whole.map((entries, column) =>
    entries.flatMap((entry) => {
      const id = entry.startsWith(PASSING) ? passageId(entry.slice(PASSING.length), column) : entry;
      const found = index.get(id);
      return found === undefined || drafts[found]?.column !== column ? [] : [found];
    }),
  );
}

/** Nodes and passages in an order that is settled already. */
function ranked(drafts: readonly Draft[], columns: number, ranks: Ranks): number[][] {
  const rows = Array.from({ length: columns }, (): number[] => []);
  drafts.forEach(({ column, part }, index) => {
    if (part !== 'lane') rows[column]?.push(index);
  });
  const rank = (index: number) => ranks.get(drafts[index]?.id ?? '') ?? 0;
  return rows.map((row) => row.sort((a, b) => rank(a) - rank(b) || a - b));
}

/**
 * Adds the lanes of local links next to their targets, on the side of their sources. Of several lanes the one from
 * the nearest source stands farthest from the target: so they lie round each other.
 */
function withLanes(
  rows: readonly (readonly number[])[],
  drafts: readonly Draft[],
  flows: readonly Flow[],
): number[][] {
  const locals = flows.filter(({ turn }) => turn === 'local');
  if (locals.length === 0) return rows.map((row) => [...row]);
  const place = new Map(rows.flatMap((row) => row.map((draft, at) => [draft, at] as const)));
  const at = (draft: number) => place.get(draft) ?? 0;
  const before = new Map<number, Flow[]>();
  const after = new Map<number, Flow[]>();
  for (const flow of locals) {
    const side = comesFromAbove(flow, at) ? before : after;
    side.set(flow.target, [...(side.get(flow.target) ?? []), flow]);
  }
  const far = (flow: Flow) => Math.abs(at(flow.source) - at(flow.target));
  const lanes = (side: ReadonlyMap<number, Flow[]>, node: number) =>
    [...(side.get(node) ?? [])]
      .sort((a, b) => far(a) - far(b) || (a.link.id < b.link.id ? -1 : 1))
      .flatMap(({ way }) => way);
  return rows.map((row) =>
    row.flatMap((draft) =>
      drafts[draft]?.part === 'node'
        ? [...lanes(before, draft), draft, ...lanes(after, draft).reverse()]
        : [draft],
    ),
  );
}

/** Whether the lane of a local link stands before its target: on the side of its source, or where a loop shall be. */
function comesFromAbove({ source, target, link }: Flow, at: (draft: number) => number): boolean {
  return source === target ? link.side === 'above' : at(source) < at(target);
}

/**
 * The indices of the returns on a side in the order of their lanes, the innermost first: short ways round before long
 * ones, then those whose ends stand near that side, which the others would have to cross.
 */
export function lanesOn({ drafts, rows, flows }: Plan, side: Side): number[] {
  const depths = new Map(
    rows.flatMap((row) =>
      row.map((draft, place) => [draft, side === 'above' ? place : row.length - 1 - place] as const),
    ),
  );
  const column = (draft: number) => drafts[draft]?.column ?? 0;
  const depth = (draft: number) => depths.get(draft) ?? 0;
  return flows
    .flatMap(({ turn, link, source, target }, index) => {
      if (turn !== 'return' || link.side !== side) return [];
      return [{ index, span: column(source) - column(target), deep: depth(source) + depth(target) }];
    })
    .sort((a, b) => a.span - b.span || a.deep - b.deep || a.index - b.index)
    .map(({ index }) => index);
}
