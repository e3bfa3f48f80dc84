// How long does one frame of a motion take? Numbers and path text, without the browser that draws them.

import { geometries } from '../../src/layout/geometries.ts';
import { completed } from '../../src/layout/order/order.ts';
import { tween } from '../../src/layout/tween.ts';
import type { Geometry } from '../../src/layout/geometry.ts';
import type { Texts } from '../../src/layout/labels.ts';
import { marks } from '../../src/render/marks.ts';
import { PASSING, type Chart } from '../../src/model/chart.ts';
import type { SceneLink, SceneNetwork } from '../../src/model/scene.ts';
import { PLAIN } from './own.ts';
import { random } from './network.ts';

const LINKS = 60;
const NODES = [4, 3, 6, 6, 4] as const;
/** So many hairlines shall stand in the drawing. */
const LINES = 437;
const FRAMES = 240;

/** Sixty links between five columns, a sixth of them backward, the same ones every time. */
function scenes(): readonly [SceneNetwork, SceneNetwork] {
  const next = random(7);
  const ids = NODES.flatMap((count, column) =>
    Array.from({ length: count }, (_, order) => ({ id: `n${column}-${order}`, column, order })),
  );
  const any = () => ids[Math.floor(next() * ids.length)] ?? { id: 'n0-0', column: 0, order: 0 };
  const links: SceneLink[] = [];
  while (links.length < LINKS) {
    const [a, b] = [any(), any()];
    if (a.column === b.column) continue;
    const forward = a.column < b.column === next() > 1 / 6;
    const [source, target] = forward ? [a, b] : [b, a];
    const id = `l${String(links.length).padStart(2, '0')}`;
    links.push({
      ...PLAIN,
      id,
      source: source.id,
      target: target.id,
      value: Math.min(300, 4 / (1 - next()) ** 0.9),
      side: links.length % 2 === 0 ? 'above' : 'below',
    });
  }
  // The order is given, as in a chart's file: that of nodes, and that of links that pass.
  const rows = completed(
    NODES.map((_, column) => ids.filter((node) => node.column === column).map(({ id }) => id)),
    links,
  );
  const entries = rows.flatMap((row, column) => row.map((entry, order) => ({ entry, column, order })));
  const order = new Map(entries.map((one) => [one.entry, one.order]));
  const passages = entries
    .filter(({ entry }) => entry.startsWith(PASSING))
    .map((one) => ({ ...one, link: one.entry.slice(PASSING.length) }));
  const scene = (form: SceneNetwork['form']): SceneNetwork => ({
    chart: 'bench',
    scene: form,
    form,
    title: '',
    description: '',
    asOf: null,
    nodes: ids.map((node) => ({
      ...node,
      order: order.get(node.id) ?? 0,
      name: node.id,
      short: node.id,
      members: [],
    })),
    links,
    bars: [],
    passages,
    schematic: false,
    least: { page: 0, wide: 0 },
    cycles: [],
  });
  return [scene('sankey'), scene('chord')];
}

function drawn(
  pair: readonly SceneNetwork[],
  perLine: number,
  words?: readonly Texts[],
): readonly Geometry[] {
  const chart: Chart = {
    id: 'bench',
    title: 'bench',
    schematic: false,
    groups: [],
    arrows: [],
    columns: NODES.map((count, column) => Array.from({ length: count }, (_, order) => `n${column}-${order}`)),
    roles: [],
    sides: {},
    becomes: {},
    formats: { page: { height: 640, perLine }, wide: { height: 720, perLine } },
    scenes: [],
  };
  return geometries(chart, pair, words ?? pair.map(() => ({})), 'wide');
}

/** A name for every node and an amount for every flow. */
function texts({ nodes, links }: SceneNetwork): Texts {
  return Object.fromEntries<Texts[string]>([
    ...nodes.map(({ id }) => [`node:${id}`, [{ text: `Firma ${id}`, voice: 'name' }]] as const),
    ...links.map(
      ({ id, value }) => [`link:${id}`, [{ text: `rund ${value.toFixed(0)}`, voice: 'amount' }]] as const,
    ),
  ]);
}

const quantile = (sorted: readonly number[], share: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(2);

/** Times `run` often enough to be warm, and gives median and 95th percentile in ms. */
function timed(count: number, run: (index: number) => void): string {
  for (let index = 0; index < count; index++) run(index);
  const times = Array.from({ length: count }, (_, index) => {
    const begun = performance.now();
    run(index);
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  return `${quantile(times, 0.5)} (p95 ${quantile(times, 0.95)})`;
}

/** Prints what a frame of the way from a Sankey to a ring takes, and what the layout of its scenes does. */
export function frames(): void {
  const pair = scenes();
  const sum = pair[0].links.reduce((total, { value }) => total + value, 0);
  // The sum of one line that gives as many lines as wanted; drawings for the eye would have fewer.
  const perLine = sum / LINES;
  const lax = (geometry: Geometry): Geometry => ({
    ...geometry,
    bands: geometry.bands.map((band) => {
      const link = pair[0].links.find(({ id }) => band.key === `link:${id}`);
      return { ...band, lines: Math.max(1, Math.round((link?.value ?? 0) / perLine)) };
    }),
  });
  const [from, to] = drawn(pair, 1e6).map(lax);
  if (!from || !to) throw new Error('two scenes, two geometries');
  const lines = to.bands.reduce((total, band) => total + band.lines, 0);
  const way = tween(from, to);
  console.log(`\nMotion from a Sankey to a ring, ${to.bands.length} links, ${lines} hairlines, in ms\n`);
  const at = (index: number) => (index + 1) / (FRAMES + 1);
  console.log(`numbers of a frame            ${timed(FRAMES, (index) => way(at(index)))}`);
  console.log(`numbers and text of a frame   ${timed(FRAMES, (index) => marks(way(at(index))))}`);
  console.log(`preparing the way             ${timed(40, () => tween(from, to))}`);
  const words = texts(pair[0]);
  console.log(`layout of one scene, labelled ${timed(40, () => drawn([pair[0]], 1e6, [words]))}`);
}
