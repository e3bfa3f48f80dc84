// Joins all entries and the story into one checked network.
import type { Chart } from './chart.ts';
import type { Figure, Link, Node, Precedent, Reference, Statement, Term } from './schema.ts';

export interface Network {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly links: ReadonlyMap<string, Link>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly precedents: ReadonlyMap<string, Precedent>;
  readonly references: ReadonlyMap<string, Reference>;
  readonly glossary: ReadonlyMap<string, Term>;
  readonly charts: ReadonlyMap<string, Chart>;
}
