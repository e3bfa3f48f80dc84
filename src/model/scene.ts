// Says which nodes, links and bars a scene shows, and with which numbers.
import { PASSING, type Arrow, type Chart, type Format, type Scene } from './chart.ts';
import { shownLinks } from './choice.ts';
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
  /** for drawings with many names */
  readonly short: string;
  readonly column: number;
  readonly order: number;
  /** names of the nodes a group stands for; empty for a node */
  readonly members: readonly string[];
}

/** The place in a column where a link passes through it. */
export interface Passage {
  readonly link: string;
  readonly column: number;
  readonly order: number;
}

/**
 * What a link gives. Only money is drawn to scale. Shares for shares, a guarantee that pays only on default, and sums
 * that nobody has published are no sums of money: they are shown beside it, never as a part of it.
 */
export type Given = 'money' | 'unknown' | 'shares' | 'guarantee';

export interface SceneLink {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: Kind;
  readonly status: Status;
  readonly given: Given;
  /** in billions of US dollars; 0 when no amount is public or none can be converted, 1 in a schematic chart */
  readonly value: number;
  /** as reported, in billions of `currency` */
  readonly amount: number | null;
  readonly currency: Currency;
  readonly qualifier: Qualifier | null;
  /** of an `amount` „up to“, the part that hangs on no condition; null where none is known */
  readonly firm: number | null;
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
  /** ids of the figures whose bars turn into it */
  readonly figures: readonly string[];
  /** what an arrow of a schematic chart is paid for, in a few words; null for a link of the record */
  readonly says: string | null;
  /** what became of it after the scene's day, or was last said of it since `date` */
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
  /** where links pass the columns between their ends, as far as the chart says it */
  readonly passages: readonly Passage[];
  /** true where nothing is drawn to scale */
  readonly schematic: boolean;
  /** the least sum that is drawn in each format, in billions of US dollars */
  readonly least: Readonly<Record<Format, number>>;
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
  const links = Array.from(shownLinks(chart, scene, network.links))
    .sort()
    .map((id) => (chart.schematic ? arrowLink : sceneLink)(network, chart, scene, id));
  const bars = scene.figures.map((id) => sceneBar(network, id));
  const touched = new Set([
    ...links.flatMap(({ source, target }) => [source, target]),
    ...bars.map(({ node }) => node),
  ]);
  const nodes = chart.columns.flatMap((ids, column) =>
    ids.flatMap((id, order) => (touched.has(id) ? [sceneNode(network, chart, id, column, order)] : [])),
  );
  const passing = new Set(links.map(({ id }) => id));
  const passages = chart.columns.flatMap((ids, column) =>
    ids.flatMap((id, order) => {
      const link = id.slice(PASSING.length);
      return id.startsWith(PASSING) && passing.has(link) ? [{ link, column, order }] : [];
    }),
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
    passages,
    schematic: chart.schematic,
    least: scene.least,
    cycles:
      scene.form === 'sankey'
        ? cycles(links.filter(flows)).map((cycle) => cycle.links.map(({ id }) => id))
        : [],
  };
}

function sceneNode(network: Network, chart: Chart, id: string, column: number, order: number): SceneNode {
  const group = chart.groups.find((one) => one.id === id);
  const name = (node: string) => network.nodes.get(node)?.name ?? node;
  const node = network.nodes.get(id);
  const whole = group?.name ?? name(id);
  const short = node?.short ?? whole.replace(/ \(.*\)$/, '');
  return { id, name: whole, short, column, order, members: (group?.of ?? []).map(name) };
}

/** An arrow of a schematic chart, as a link of equal weight. Its references are those of what bears it out. */
function arrowLink(network: Network, chart: Chart, scene: Scene, id: string): SceneLink {
  const arrow: Arrow | undefined = chart.arrows.find((one) => one.id === id);
  if (!arrow) throw new Error(`no arrow "${id}" in "${chart.id}"`);
  const entry = (name: string) =>
    network.links.get(name) ?? network.figures.get(name) ?? network.statements.get(name);
  return {
    id,
    source: arrow.source,
    target: arrow.target,
    kind: arrow.kind,
    status: 'contracted',
    given: 'money',
    value: 1,
    amount: null,
    currency: 'USD',
    qualifier: null,
    firm: null,
    paid: null,
    perYear: false,
    years: null,
    term: null,
    date: '',
    focus: scene.focus.length === 0 || scene.focus.includes(id),
    side: chart.sides[id] ?? 'below',
    inShares: false,
    contingent: false,
    replaces: null,
    figures: [],
    says: arrow.says,
    later: null,
    references: [...new Set(arrow.by.flatMap((name) => entry(name)?.references ?? []))],
  };
}

/** Money that was called off or replaced closes no loop. */
const flows = ({ status }: SceneLink): boolean => status !== 'cancelled' && status !== 'superseded';

function sceneLink(network: Network, chart: Chart, scene: Scene, id: string): SceneLink {
  const link = network.links.get(id);
  const state = link && stateAt(link, scene.asOf);
  if (!link || !state) throw new Error(`no link "${id}" as of ${String(scene.asOf)}`);
  const { amount, qualifier, firm, paid, status, date } = state;
  const sum = amount === null ? null : dollars(amount, link.currency, date, network.figures);
  const began = since(link, state);
  // Where nothing changed after the scene's day, the last that was said since the amount and status drawn have held.
  const after = fate(link, scene.asOf) ?? (state.text !== null && state.date !== began ? state : null);
  const successor = [...network.links.values()].find(({ replaces }) => replaces === id);
  return {
    id,
    source: link.source,
    target: link.target,
    kind: link.kind,
    status,
    given: link.inShares ? 'shares' : link.contingent ? 'guarantee' : sum === null ? 'unknown' : 'money',
    value: sum === null ? 0 : total(sum, link.perYear, link.years),
    amount,
    currency: link.currency,
    qualifier,
    firm,
    paid,
    perYear: link.perYear,
    years: link.years,
    term: link.term,
    date: began,
    focus: scene.focus.length === 0 || scene.focus.includes(id),
    side: chart.sides[id] ?? 'below',
    inShares: link.inShares,
    contingent: link.contingent,
    replaces: link.replaces,
    figures: Object.entries(chart.becomes)
      .filter(([, becomes]) => becomes === id)
      .map(([figure]) => figure),
    says: null,
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
