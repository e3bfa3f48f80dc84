// What do layouts have to cope with? Random flow networks of any size, the same ones every time.

/** A network as the engines take it. */
export interface Network {
  readonly nodes: readonly { readonly id: string }[];
  readonly links: readonly { readonly source: string; readonly target: string; readonly value: number }[];
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SEED = 42;
/** The share of links that lead backward, where the network has cycles. */
const BACKWARD = 0.12;
/** No link spans more ranks than this. */
const SPAN = 3;

/**
 * A network of `count` links between count / 2.5 firms in up to twelve ranks, at most one link for each pair, with
 * values like those of a market: many small, few large. With `cyclic` a share of the links leads backward.
 */
export function network(count: number, cyclic: boolean): Network {
  const next = random(SEED + count * 7 + (cyclic ? 1 : 0));
  const firms = Math.max(8, Math.round(count / 2.5));
  const ranks = Math.max(3, Math.min(12, Math.round(Math.sqrt(firms))));
  const rank = (firm: number) => Math.floor((firm * ranks) / firms);
  const links: { source: string; target: string; value: number }[] = [];
  const seen = new Set<string>();
  const add = (source: number, target: number) => {
    const pair = `${source}>${target}`;
    if (source === target || seen.has(pair)) return;
    seen.add(pair);
    const value = Math.round(10 / (1 - next() * 0.999) ** 0.7) / 10;
    links.push({ source: `n${source}`, target: `n${target}`, value });
  };
  if (cyclic) {
    add(0, 1);
    add(1, 2);
    add(2, 0);
  }
  for (let tries = 0; links.length < count && tries < count * 200; tries++) {
    const [a, b] = [Math.floor(next() * firms), Math.floor(next() * firms)];
    const apart = Math.abs(rank(a) - rank(b));
    if (a === b || apart > SPAN || (apart === 0 && !(cyclic && next() < 0.02))) continue;
    const [low, high] = a < b ? [a, b] : [b, a];
    if (cyclic && next() < BACKWARD) add(high, low);
    else add(low, high);
  }
  return { nodes: Array.from({ length: firms }, (_, firm) => ({ id: `n${firm}` })), links };
}
