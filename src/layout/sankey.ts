// Where do nodes and flows stand across the columns, and which way do they run? The Sankey layout with return links.
// Everything is computed along and across the columns; `place` turns that into x and y.

import { sankey as d3Sankey } from 'd3-sankey';
import type { SceneNetwork } from '../model/scene.ts';
import type { Frame } from './frame.ts';
import { planned, type Draft, type Plan } from './plan.ts';
import { routed, type Across, type Lane } from './routes.ts';

/** Where boxes and lanes stand in all scenes of a chart. */
export interface Seats {
  /** Of each box, by its id: its place in the order of its column, and its middle across. */
  readonly boxes: ReadonlyMap<string, { readonly rank: number; readonly middle: number }>;
  /** Of each link that runs round. */
  readonly lanes: ReadonlyMap<string, Lane>;
}

/**
 * Places a scene across the columns at `scale` units of the viewBox per billion US dollars: where its links run
 * straight, or, given `seats`, where these say.
 */
export function sankey(
  scene: SceneNetwork,
  columns: number,
  frame: Frame,
  scale: number,
  seats: Seats | null,
): Across {
  const ranks = seats && new Map([...seats.boxes].map(([id, { rank }]) => [id, rank]));
  const plan = planned(scene, columns, frame, scale, ranks);
  const height = Math.max(1, ...plan.rows.map((row) => spread(plan, row, frame)));
  const starts = seats
    ? projected(plan, seated(plan, seats), frame, null)
    : straightened(plan, wished(plan, frame, height), frame, height);
  const slots = plan.drafts.map(({ id, column, part, room, size }, index) => {
    const start = (starts[index] ?? 0) + room;
    return { id, column, part, room, start, end: start + size };
  });
  return routed(plan, slots, columns, frame, seats?.lanes ?? null);
}

/** Where boxes and lanes of a placed scene stand, for others to stand there too. */
export function seatsOf({ slots, courses, rows }: Across): Seats {
  const rank = new Map(rows.flatMap((row) => row.map((slot, place) => [slot, place] as const)));
  return {
    boxes: new Map(
      slots.map(({ id, start, end }, index) => [
        id,
        { rank: rank.get(index) ?? 0, middle: (start + end) / 2 },
      ]),
    ),
    lanes: new Map(courses.flatMap(({ link, lane }) => (lane ? [[link.id, lane] as const] : []))),
  };
}

/** Starts across, one for each draft. */
type Starts = Float64Array;

function seated({ drafts }: Plan, { boxes }: Seats): Starts {
  return Float64Array.from(drafts, ({ id, room, size }) => (boxes.get(id)?.middle ?? 0) - size / 2 - room);
}

/** What the boxes of a column take up across. */
export function spread({ drafts }: Plan, row: readonly number[], frame: Frame): number {
  return row.reduce((sum, index) => sum + extent(drafts[index]) + frame.padding, 0) - frame.padding;
}

const extent = (draft: Draft | undefined) => (draft ? draft.size + draft.room : 0);

/**
 * Where d3-sankey puts the boxes across: the wish that `straightened` starts from. It gets forward links alone, which
 * hold no cycle, one unit step each, in the order that is settled.
 */
function wished({ drafts, rows, flows }: Plan, frame: Frame, height: number): Starts {
  // d3-sankey puts a node in the column of its longest path: a spine of empty nodes keeps all columns in being.
  const spine = rows.map((_, column) => ({ draft: -1 - column, column, order: -1, fixedValue: 0 }));
  const boxes = rows.flatMap((row, column) =>
    row.map((draft, order) => ({ draft, column, order, fixedValue: extent(drafts[draft]) })),
  );
  const links = [
    ...spine.slice(1).map(({ draft }) => ({ source: draft + 1, target: draft, value: 0 })),
    ...flows
      .filter(({ turn }) => turn === 'forward')
      .flatMap(({ way, width }) =>
        way.slice(1).map((target, step) => ({ source: way[step] ?? 0, target, value: width })),
      ),
  ];
  const layout = d3Sankey<{ draft: number; column: number; order: number }, object>()
    .nodeId((node) => node.draft)
    .nodeAlign((node) => node.column)
    .nodeSort((a, b) => a.order - b.order)
    .linkSort(() => 0)
    .nodePadding(frame.padding)
    .iterations(ROUNDS)
    .extent([
      [0, -frame.padding],
      [rows.length, height],
    ]);
  const starts = new Float64Array(drafts.length);
  for (const { draft, y0 } of layout({ nodes: [...spine, ...boxes], links }).nodes)
    if (draft >= 0) starts[draft] = y0 ?? 0;
  return starts;
}

/** How often d3-sankey relaxes its columns. */
const ROUNDS = 1;

/** Moves boxes to where their forward links run straight, and away from where their returns come round. */
function straightened(plan: Plan, wishes: Starts, frame: Frame, height: number): Starts {
  const { drafts, flows } = plan;
  const sweeps = 12;
  const eagerness = 0.7;
  const count = drafts.length;
  const steps = flows
    .filter(({ turn }) => turn === 'forward')
    .flatMap(({ way, width }) => way.slice(1).map((to, step) => ({ from: way[step] ?? 0, to, width })));
  const returns = flows.filter(({ turn }) => turn === 'return');
  let starts = projected(plan, wishes, frame, height);
  const half = Float64Array.from(drafts, ({ room, size }) => room + size / 2);
  const at = (numbers: Starts, index: number) => numbers[index] ?? 0;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const weight = new Float64Array(count);
    const shift = new Float64Array(count);
    const pull = (index: number, strength: number, way: number) => {
      weight[index] = at(weight, index) + strength;
      shift[index] = at(shift, index) + strength * way;
    };
    for (const { from, to, width } of steps) {
      const rise = at(starts, to) + at(half, to) - at(starts, from) - at(half, from);
      pull(from, width, rise);
      pull(to, width, -rise);
    }
    for (const { link, source, target, width } of returns)
      for (const index of [source, target]) {
        const draft = drafts[index];
        if (!draft) continue;
        const far = link.side === 'below' ? draft.room + draft.size / 2 : height - draft.size / 2;
        pull(index, frame.push * width, far - at(starts, index) - at(half, index));
      }
    const next = starts.map((start, index) => {
      const by = at(weight, index);
      return by > 0 ? start + (eagerness * at(shift, index)) / by : start;
    });
    starts = projected(plan, next, frame, height);
  }
  return starts;
}

/**
 * The places nearest to the wishes, by least squares, that keep order and distances in each column, and, where a height
 * is given, lie between 0 and it: pool adjacent violators (Barlow et al., "Statistical inference under order
 * restrictions", 1972). With bounds the solution is the unbounded one cut off at them.
 */
function projected(plan: Plan, wishes: Starts, frame: Frame, height: number | null): Starts {
  const { drafts, rows } = plan;
  const result = new Float64Array(drafts.length);
  for (const row of rows) {
    // Of each block of boxes that touch: how many they are, and the sum of what their first one would wish.
    const counts: number[] = [];
    const sums: number[] = [];
    let offset = 0;
    for (const index of row) {
      let sum = (wishes[index] ?? 0) - offset;
      let count = 1;
      while (sums.length > 0 && (sums.at(-1) ?? 0) / (counts.at(-1) ?? 1) > sum / count) {
        sum += sums.pop() ?? 0;
        count += counts.pop() ?? 0;
      }
      sums.push(sum);
      counts.push(count);
      offset += extent(drafts[index]) + frame.padding;
    }
    const last = height === null ? Infinity : Math.max(0, height - (offset - frame.padding));
    let place = 0;
    offset = 0;
    sums.forEach((sum, block) => {
      const mean = sum / (counts[block] ?? 1);
      const first = height === null ? mean : Math.min(last, Math.max(0, mean));
      for (let member = counts[block] ?? 0; member > 0; member--, place++) {
        const index = row[place] ?? 0;
        result[index] = first + offset;
        offset += extent(drafts[index]) + frame.padding;
      }
    });
  }
  return result;
}
