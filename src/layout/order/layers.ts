// Which entries stand in the columns, and which unit steps lead from one column to the next? Links and rows as index arrays.

import { PASSING } from '../../model/chart.ts';

/** What the order needs to know of a link. One that has no positive value or leads to no column is ignored. */
export interface Way {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

/** The entries of each column from the top: ids of nodes, and „via“ with the id of a link for links that pass. */
export type Rows = readonly (readonly string[])[];

/** The steps on one side of every entry: those of entry `i` are numbered `start[i]` to `start[i + 1]`. */
export interface Steps {
  readonly start: Int32Array;
  /** The entry at the other end. */
  readonly other: Int32Array;
  /** √value, in shares of the largest, so that the unit of money does not matter. */
  readonly weight: Float64Array;
}

/** Rows and links by numbers. An entry is a node or a passage; a unit step leads from a column to the next. */
export interface Layers {
  /** The name of each entry, as in the rows. */
  readonly names: readonly string[];
  readonly column: Int32Array;
  /** 1 where the rows named the entry, 0 for a passage that was not said. */
  readonly said: Uint8Array;
  /** The entries of each column: those that are said in their order, the others after them. */
  readonly rows: readonly Int32Array[];
  /** The steps that arrive at an entry, and those that leave it. */
  readonly arriving: Steps;
  readonly leaving: Steps;
  /** The entries of each forward link that spans several columns, with its weight, by id of the link. */
  readonly chains: readonly Chain[];
  /** Links to the same or an earlier column, by id. */
  readonly returns: readonly Return[];
  /** The largest value: a product of two weights times this is in the unit of the values. */
  readonly largest: number;
  /** The sum of all values, in shares of the largest. */
  readonly sum: number;
}

/** A state of the order, changed in place by what improves it: the entries of each column, and the place of each. */
export interface Order {
  readonly rows: readonly Int32Array[];
  readonly place: Int32Array;
}

export interface Chain {
  /** Source, passages, target. */
  readonly entries: readonly number[];
  readonly weight: number;
}

export interface Return {
  readonly id: string;
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

/** The weight of a link: √value as a share of the largest, rounded, so that it is the same number in any unit of money. */
export function weightOf(value: number, largest: number): number {
  const steps = 2 ** 32;
  return Math.round(Math.sqrt(value / largest) * steps) / steps;
}

/** Numbers all entries and steps. The same for the same links in any order; the rows decide the order of entries. */
export function layers(rows: Rows, links: readonly Way[]): Layers {
  const names: string[] = [];
  const columns: number[] = [];
  const nodes = new Map<string, number>();
  const passages = rows.map(() => new Map<string, number>());
  const members = rows.map((row, column) =>
    row.map((name) => {
      const entry = names.push(name) - 1;
      columns.push(column);
      const known = name.startsWith(PASSING) ? passages[column] : nodes;
      if (known && !known.has(name)) known.set(name, entry);
      return entry;
    }),
  );
  const count = names.length;
  const from: number[] = [];
  const to: number[] = [];
  const weights: number[] = [];
  const chains: Chain[] = [];
  const returns: Return[] = [];
  const ways = sorted(
    links.filter(({ source, target, value }) => value > 0 && nodes.has(source) && nodes.has(target)),
  );
  const largest = ways.reduce((most, { value }) => Math.max(most, value), 0) || 1;
  let sum = 0;
  for (const way of ways) {
    const source = nodes.get(way.source) ?? 0;
    const target = nodes.get(way.target) ?? 0;
    const first = columns[source] ?? 0;
    const last = columns[target] ?? 0;
    const weight = weightOf(way.value, largest);
    sum += weight ** 2;
    if (last <= first) {
      returns.push({ id: way.id, source, target, weight });
      continue;
    }
    const entries = [source];
    const name = last > first + 1 ? PASSING + way.id : '';
    for (let column = first + 1; column < last; column++) {
      let entry = passages[column]?.get(name);
      if (entry === undefined) {
        entry = names.push(name) - 1;
        columns.push(column);
        members[column]?.push(entry);
        passages[column]?.set(name, entry);
      }
      entries.push(entry);
    }
    entries.push(target);
    if (entries.length > 2) chains.push({ entries, weight });
    for (let step = 1; step < entries.length; step++) {
      from.push(entries[step - 1] ?? 0);
      to.push(entries[step] ?? 0);
      weights.push(weight);
    }
  }
  const said = new Uint8Array(names.length);
  said.fill(1, 0, count);
  return {
    names,
    column: Int32Array.from(columns),
    said,
    rows: members.map((row) => Int32Array.from(row)),
    arriving: grouped(names.length, to, from, weights),
    leaving: grouped(names.length, from, to, weights),
    chains,
    returns,
    largest,
    sum,
  };
}

/** By id; two of the same id by their ends and value. */
function sorted(ways: readonly Way[]): readonly Way[] {
  const inOrder = ways.every((way, index) => index === 0 || compared(ways[index - 1] ?? way, way) <= 0);
  return inOrder ? ways : [...ways].sort(compared);
}

function compared(a: Way, b: Way): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  if (a.target !== b.target) return a.target < b.target ? -1 : 1;
  return a.value - b.value;
}

/** The steps of each entry at one of their ends. */
function grouped(
  count: number,
  here: readonly number[],
  there: readonly number[],
  weights: readonly number[],
): Steps {
  const start = new Int32Array(count + 1);
  for (const entry of here) start[entry + 1] = (start[entry + 1] ?? 0) + 1;
  for (let entry = 0; entry < count; entry++)
    start[entry + 1] = (start[entry + 1] ?? 0) + (start[entry] ?? 0);
  const next = start.slice();
  const other = new Int32Array(here.length);
  const weight = new Float64Array(here.length);
  here.forEach((entry, step) => {
    const at = next[entry] ?? 0;
    next[entry] = at + 1;
    other[at] = there[step] ?? 0;
    weight[at] = weights[step] ?? 0;
  });
  return { start, other, weight };
}
