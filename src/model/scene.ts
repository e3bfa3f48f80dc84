// Says which nodes, links and bars a scene shows, and with which numbers.
import type { Network } from './network.ts';
import type { Currency, Kind, Qualifier, Status } from './schema.ts';

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
  /** date of the state drawn */
  readonly date: string;
  readonly focus: boolean;
  /** where it runs round the drawing if it is a return link */
  readonly side: 'above' | 'below';
  readonly inShares: boolean;
  readonly contingent: boolean;
  /** what became of it after the scene's day */
  readonly later: {
    readonly date: string;
    readonly status: Status;
    readonly amount: number | null;
    readonly text: string | null;
    readonly replacedBy: string | null;
  } | null;
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
  /** closed loops among the links shown, as link ids in the order of payment */
  readonly cycles: readonly (readonly string[])[];
}

/** A scene of a chart, by their ids. */
export function sceneNetwork(network: Network, chart: string, sceneId: string): SceneNetwork {
  throw new Error(`not built yet: ${chart}/${sceneId} of ${String(network.links.size)} links`);
}
