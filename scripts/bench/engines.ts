// Which layouts are compared, and how is one timed? The libraries as they come, without an order of their nodes.

import { network, type Network } from './network.ts';

interface Result {
  readonly links: readonly { readonly width?: number; readonly y0?: number; readonly path?: string }[];
}
type Sankey = (network: unknown) => Result;

/** A median in ms, or why there is none. */
export type Timing = { readonly median: number; readonly finite: boolean } | { readonly error: string };

/** Whether all links have a place, from a network that the layout may write into. */
type Engine = (network: Network) => boolean;

const copy = ({ nodes, links }: Network) => ({
  nodes: nodes.map((node) => ({ ...node })),
  links: links.map((link) => ({ ...link })),
});

const placed = ({ links }: Result) =>
  links.every(
    ({ width, y0, path }) => Number.isFinite(width) && Number.isFinite(y0) && !(path ?? '').includes('NaN'),
  );

/** Loads an engine; each is loaded in the process that times it. */
export const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  'this project': async () => {
    const { place } = await import('./own.ts');
    return (given) => place(given).finite;
  },
  'd3-sankey': async () => {
    const { sankey } = await import('d3-sankey');
    const layout = sankey<{ id: string }, object>()
      .nodeId((node) => node.id)
      .nodeWidth(12)
      .nodePadding(4)
      .extent([
        [0, 0],
        [1000, 800],
      ]) as unknown as Sankey;
    return (given) => placed(layout(copy(given)));
  },
  'd3-sankey-circular': async () => {
    const { sankeyCircular } = await import('d3-sankey-circular');
    const layout = sankeyCircular()
      .nodeId((node: { id: string }) => node.id)
      .nodeWidth(12)
      .nodePaddingRatio(0.5)
      .circularLinkGap(2)
      .extent([
        [20, 20],
        [980, 780],
      ]);
    return (given) => placed(layout(copy(given)));
  },
  '@plotly/d3-sankey-circular': async () => {
    const { sankeyCircular } = await import('@plotly/d3-sankey-circular');
    const layout = sankeyCircular()
      .nodeId((node: { id: string }) => node.id)
      .nodeWidth(12)
      .nodePadding(4)
      .circularLinkGap(2)
      .iterations(32)
      .size([1000, 800]);
    return (given) => placed(layout(copy(given)));
  },
};

/** Times an engine on a network of so many links: the median of up to 15 runs or three seconds. */
export async function time(name: string, size: number, cyclic: boolean): Promise<Timing> {
  const load = engines[name];
  if (!load) return { error: 'unknown' };
  const run = await load();
  const times: number[] = [];
  let finite = true;
  try {
    for (let spent = 0; times.length < 15 && spent < 3000; spent += times.at(-1) ?? 0) {
      const given = network(size, cyclic);
      const begun = performance.now();
      finite = run(given) && finite;
      times.push(performance.now() - begun);
    }
  } catch (error) {
    return { error: error instanceof Error ? error.message.slice(0, 14) : 'error' };
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? NaN, finite };
}
