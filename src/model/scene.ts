// Says which nodes, links and bars a scene shows, and with which numbers.
import type { Chart, Scene } from './chart.ts';
import { cycles } from './cycles.ts';
import type { Network } from './network.ts';
import {
  currencySchema,
  type Currency,
  type Kind,
  type Link,
  type Qualifier,
  type Status,
} from './schema.ts';
import { dollars, fate, figureDollars, stateAt, states, total, type LinkState } from './value.ts';

export interface SceneNode {
  readonly id: string;
  readonly name: string;
  readonly column: number;
  readonly order: number;
}

export interface SceneLink {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: Kind;
  readonly status: Status;
  /** in billions of US dollars, as drawn; 0 when no amount is public or none can be converted */
  readonly value: number;
  /** as reported, in billions of `currency` */
  readonly amount: number | null;
  readonly currency: Currency;
  readonly qualifier: Qualifier | null;
  /** the part of `amount` that has flowed */
  readonly paid: number | null;
  /** `amount` is per year; `value` is the sum over the term where its length is known, else per year as well */
  readonly perYear: boolean;
  readonly years: number | null;
  readonly term: string | null;
  /** from when the status and amount drawn have held; later mentions do not change it */
  readonly date: string;
  readonly focus: boolean;
  /** where it runs round the drawing if it is a return link */
  readonly side: 'above' | 'below';
  readonly inShares: boolean;
  readonly contingent: boolean;
  /** id of the link whose place it took */
  readonly replaces: string | null;
  /** what became of it after the scene's day */
  readonly later: {
    readonly date: string;
    readonly status: Status;
    readonly amount: number | null;
    readonly text: string | null;
    readonly replacedBy: string | null;
  } | null;
  /** of the link first, then of its states, those told in `later` among them */
  readonly references: readonly string[];
}

export interface SceneBar {
  readonly id: string;
  readonly node: string;
  /** in billions of US dollars, as drawn */
  readonly value: number;
  readonly measure: string;
  readonly period: string;
  /** as reported, in billions of `currency` */
  readonly amount: number;
  readonly currency: Currency;
  readonly references: readonly string[];
}

export interface SceneNetwork {
  readonly chart: string;
  readonly scene: string;
  readonly form: 'sankey' | 'chord' | 'bars';
  readonly title: string;
  readonly description: string;
  readonly asOf: string | null;
  /** of the columns, those a shown link or bar touches, in column order */
  readonly nodes: readonly SceneNode[];
  /** by id */
  readonly links: readonly SceneLink[];
  /** in the order of the chart's file */
  readonly bars: readonly SceneBar[];
  /** of a sankey, the closed loops among the links shown, as link ids in the order of payment */
  readonly cycles: readonly (readonly string[])[];
}

/**
 * What a scene of a chart shows. Its names are known to exist: `network` has checked them.
 *
 * @throws when the network has no such chart or scene
 */
export function sceneNetwork(network: Network, chartId: string, sceneId: string): SceneNetwork {
  const chart = network.charts.get(chartId);
  const scene = chart?.scenes.find(({ id }) => id === sceneId);
  if (!chart || !scene) throw new Error(`no scene "${chartId}/${sceneId}"`);
  const links = [...scene.links].sort().map((id) => sceneLink(network, chart, scene, id));
  const bars = scene.figures.map((id) => sceneBar(network, id));
  const touched = new Set([
    ...links.flatMap(({ source, target }) => [source, target]),
    ...bars.map(({ node }) => node),
  ]);
  const nodes = chart.columns.flatMap((ids, column) =>
    ids.flatMap((id, order) =>
      touched.has(id) ? [{ id, name: network.nodes.get(id)?.name ?? id, column, order }] : [],
    ),
  );
  return {
    chart: chartId,
    scene: sceneId,
    form: scene.form,
    title: scene.title,
    description: scene.description,
    asOf: scene.asOf,
    nodes,
    links,
    bars,
    cycles:
      scene.form === 'sankey'
        ? cycles(links.filter(flows)).map((cycle) => cycle.links.map(({ id }) => id))
        : [],
  };
}

/** Money that was called off or replaced closes no loop. */
const flows = ({ status }: SceneLink): boolean => status !== 'cancelled' && status !== 'superseded';

function sceneLink(network: Network, chart: Chart, scene: Scene, id: string): SceneLink {
  const link = network.links.get(id);
  const state = link && stateAt(link, scene.asOf);
  if (!link || !state) throw new Error(`no link "${id}" as of ${String(scene.asOf)}`);
  const { amount, qualifier, paid, status, date } = state;
  const sum = amount === null ? null : dollars(amount, link.currency, date, network.figures);
  const after = fate(link, scene.asOf);
  const successor = [...network.links.values()].find(({ replaces }) => replaces === id);
  return {
    id,
    source: link.source,
    target: link.target,
    kind: link.kind,
    status,
    value: sum === null ? 0 : total(sum, link.perYear, link.years),
    amount,
    currency: link.currency,
    qualifier,
    paid,
    perYear: link.perYear,
    years: link.years,
    term: link.term,
    date: since(link, state),
    focus: scene.focus.length === 0 || scene.focus.includes(id),
    side: chart.sides[id] ?? 'below',
    inShares: link.inShares,
    contingent: link.contingent,
    replaces: link.replaces,
    later: after && {
      date: after.date,
      status: after.status,
      amount: after.amount,
      text: after.text,
      replacedBy: successor?.id ?? null,
    },
    references: [
      ...new Set([...link.references, ...link.history.flatMap(({ references }) => references ?? [])]),
    ],
  };
}

/** The date from which a link has had the status and amount of a state. */
function since(link: Link, { status, amount, date }: LinkState): string {
  const before = states(link).filter((state) => state.date <= date);
  const changed = before.findLastIndex((state) => state.status !== status || state.amount !== amount);
  return before[changed + 1]?.date ?? date;
}

function sceneBar(network: Network, id: string): SceneBar {
  const figure = network.figures.get(id);
  const sum = figure && figureDollars(figure, network.figures);
  if (!figure || sum == null || figure.value === null) throw new Error(`no sum of money "${id}"`);
  return {
    id,
    node: figure.node,
    value: sum,
    measure: figure.measure,
    period: figure.period,
    amount: figure.value,
    currency: currencySchema.parse(figure.currency),
    references: figure.references,
  };
}
