// Joins all entries and the story into one checked network.
import type { Chart } from './chart.ts';
import type { Figure, Precedent, Statement, Term } from './facts.ts';
import type { Link, Node, Reference, Ui } from './schema.ts';

export interface Network {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly links: ReadonlyMap<string, Link>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly precedents: ReadonlyMap<string, Precedent>;
  readonly references: ReadonlyMap<string, Reference>;
  readonly glossary: ReadonlyMap<string, Term>;
  readonly charts: ReadonlyMap<string, Chart>;
  readonly ui: Ui;
}
