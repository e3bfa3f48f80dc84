// Which order of nodes and which sides of returns suit a chart best? Prints them for its file and changes nothing:
// npm run propose -- <chart> [--columns]

import { columned } from '../src/layout/order/columns.ts';
import { crossings, type Rows } from '../src/layout/order/order.ts';
import { cost, proposal } from '../src/layout/order/proposal.ts';
import { ways } from '../src/layout/order/ways.ts';
import { PASSING, type Side } from '../src/model/chart.ts';
import { entries } from '../src/model/entries.ts';
import { network } from '../src/model/network.ts';
import { sceneNetwork, type SceneNetwork } from '../src/model/scene.ts';
import { shown } from '../src/model/shown.ts';
import { story } from '../src/model/story.ts';
import { contentFiles } from '../tests/content/folder.ts';

/** No line of the charts is longer. */
const WIDTH = 110;

const files = contentFiles();
const record = network(entries(files), story(files));
const asked = process.argv.slice(2);
const fromLinks = asked.includes('--columns');
const chart = record.charts.get(asked.find((word) => !word.startsWith('--')) ?? '');
if (chart) propose(chart.id, chart.columns);
else {
  console.error(
    `Usage: npm run propose -- <chart> [--columns]\nCharts: ${[...record.charts.keys()].join(', ')}`,
  );
  process.exitCode = 1;
}

function propose(id: string, columns: Rows): void {
  const links = ways(drawn(id));
  if (links.length === 0) {
    console.log(`# No scene of the chart "${id}" is a sankey with amounts: it needs no order.`);
    return;
  }
  const start = performance.now();
  const rows = fromLinks ? columned(columns.flat().filter(isNode), links) : columns;
  const { rows: best, sides } = proposal(rows, links);
  const took = performance.now() - start;
  const change = (measure: (rows: Rows) => number) =>
    `${measure(columns).toFixed(1)} → ${measure(best).toFixed(1)}`;
  console.log(
    `# cost ${change((order) => cost(order, links))}, ` +
      `weighted crossings ${change((order) => crossings(order, links))}, ` +
      `${String(links.length)} links, took ${took.toFixed(0)} ms`,
  );
  console.log(['columns:', ...best.map(row), ...sidesOf(sides)].join('\n'));
}

/** The scenes of a chart as they are drawn on large screens. */
function drawn(id: string): SceneNetwork[] {
  const scenes = record.charts.get(id)?.scenes ?? [];
  return scenes.map((scene) => shown(sceneNetwork(record, id, scene.id), 'wide').scene);
}

function isNode(entry: string): boolean {
  return !entry.startsWith(PASSING);
}

/** A column as Prettier would write it: on one line, or with a line for each entry. */
function row(entries: readonly string[]): string {
  const line = `  - [${entries.join(', ')}]`;
  return line.length <= WIDTH
    ? line
    : ['  - [', ...entries.map((entry) => `      ${entry},`), '    ]'].join('\n');
}

function sidesOf(sides: Readonly<Record<string, Side>>): string[] {
  const lines = Object.keys(sides)
    .sort()
    .map((id) => `  ${id}: ${sides[id] ?? 'below'}`);
  return lines.length > 0 ? ['sides:', ...lines] : [];
}
