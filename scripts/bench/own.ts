// How does our layout take a bare network? It works out columns, order and scale, and places nodes and flows.
// The default export is an adapter for any bench that hands over { nodes, links } with string ids.

import { columned } from '../../src/layout/order/columns.ts';
import { frame as frameOf } from '../../src/layout/frame.ts';
import { arranged } from '../../src/layout/order/order.ts';
import { sankey } from '../../src/layout/sankey.ts';
import { PASSING } from '../../src/model/chart.ts';
import type { SceneLink, SceneNetwork } from '../../src/model/scene.ts';
import type { Network } from './network.ts';

/** Room across for columns and for what runs round them on each side, in units of the viewBox. */
const ROOM = 800;

/** What the layout does not look at. */
export const PLAIN: Omit<SceneLink, 'id' | 'source' | 'target' | 'value'> = {
  kind: 'cloud',
  status: 'contracted',
  given: 'money',
  amount: null,
  currency: 'USD',
  qualifier: null,
  firm: null,
  paid: null,
  perYear: false,
  years: null,
  term: null,
  date: '2026-01',
  focus: true,
  side: 'below',
  inShares: false,
  contingent: false,
  replaces: null,
  figures: [],
  says: null,
  later: null,
  references: [],
};

/** How many nodes and links were placed, and whether all places are numbers. */
export interface Placed {
  readonly nodes: number;
  readonly links: number;
  readonly finite: boolean;
}

/** Places a bare network. Returns run above where their source is an even one, so that both sides are used. */
export function place({ nodes, links }: Network): Placed {
  const ways = links.map((link, index) => ({ ...link, id: `l${index}` }));
  const rows = arranged(
    columned(
      nodes.map(({ id }) => id),
      ways,
    ),
    ways,
  );
  const entries = rows.flatMap((row, column) => row.map((entry, order) => ({ entry, column, order })));
  const scene: SceneNetwork = {
    chart: 'bench',
    scene: 'bench',
    form: 'sankey',
    title: '',
    description: '',
    asOf: null,
    nodes: entries
      .filter(({ entry }) => !entry.startsWith(PASSING))
      .map(({ entry: id, column, order }) => ({ id, name: id, short: id, column, order, members: [] })),
    links: ways.map((way, index) => ({ ...PLAIN, ...way, side: index % 2 === 0 ? 'below' : 'above' })),
    bars: [],
    passages: entries
      .filter(({ entry }) => entry.startsWith(PASSING))
      .map(({ entry, column, order }) => ({ link: entry.slice(PASSING.length), column, order })),
    schematic: false,
    least: { page: 0, wide: 0 },
    cycles: [],
  };
  const fullest = Math.max(1, ...rows.map((row) => row.length));
  const padding = Math.min(4, ROOM / (2 * fullest));
  const sums = new Map<string, { out: number; in: number }>();
  for (const { source, target, value } of links) {
    const [from, to] = [sums.get(source) ?? { out: 0, in: 0 }, sums.get(target) ?? { out: 0, in: 0 }];
    sums.set(source, { ...from, out: from.out + value });
    sums.set(target, { ...to, in: to.in + value });
  }
  const values = new Map(ways.map(({ id, value }) => [id, value]));
  const sizeOf = (entry: string) =>
    entry.startsWith(PASSING)
      ? (values.get(entry.slice(PASSING.length)) ?? 0)
      : Math.max(sums.get(entry)?.out ?? 0, sums.get(entry)?.in ?? 0);
  const largest = Math.max(1, ...rows.map((row) => row.reduce((sum, entry) => sum + sizeOf(entry), 0)));
  const frame = { ...frameOf('wide', ROOM, true), padding, nameRoom: 0, gap: 2, thinnest: 0 };
  const { slots, courses } = sankey(scene, rows.length, frame, ROOM / 2 / largest, null);
  return {
    nodes: slots.filter(({ part }) => part === 'node').length,
    links: courses.length,
    finite:
      courses.every(({ leaves, arrives, width, lane }) =>
        [leaves, arrives, width, lane?.across ?? 0, lane?.beyond ?? 0].every(Number.isFinite),
      ) && slots.every(({ start, end }) => Number.isFinite(start) && Number.isFinite(end)),
  };
}

export default { layout: place };
