// Which money goes round? The closed loops among links.

/** What a loop is made of. */
export interface Arc {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

/** A closed loop: its links in the order of payment, and the one with the least value, which bounds what goes round. */
export interface Cycle<T extends Arc = Arc> {
  readonly links: readonly T[];
  readonly least: T;
}

/** No loop longer than this is looked for: nobody can follow it, and their number grows without bounds. */
const LONGEST = 6;

/**
 * The simple cycles among links, each once, begun at its first node in alphabetical order; shorter ones first.
 * A search in depth from each node through later nodes only, as in Tiernan, "An efficient search algorithm to find
 * the elementary circuits of a graph" (1970). Self-links are loops of one.
 */
export function cycles<T extends Arc>(links: readonly T[]): Cycle<T>[] {
  const sorted = [...links].sort((a, b) => (a.id < b.id ? -1 : 1));
  const leaving = new Map<string, T[]>();
  for (const link of sorted) leaving.set(link.source, [...(leaving.get(link.source) ?? []), link]);
  const found: T[][] = [];
  const follow = (start: string, node: string, path: readonly T[], passed: ReadonlySet<string>) => {
    for (const link of leaving.get(node) ?? []) {
      if (link.target === start) found.push([...path, link]);
      else if (link.target > start && !passed.has(link.target) && path.length + 1 < LONGEST)
        follow(start, link.target, [...path, link], new Set([...passed, link.target]));
    }
  };
  for (const start of [...leaving.keys()].sort()) follow(start, start, [], new Set([start]));
  return found
    .sort((a, b) => a.length - b.length)
    .map((loop) => ({
      links: loop,
      least: loop.reduce((least, link) => (link.value < least.value ? link : least)),
    }));
}
