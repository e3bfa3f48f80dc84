// Lays out every chart once, for all pages.

import { createHash } from 'node:crypto';
import { record } from './content.ts';
import { laid, type LaidChart } from './laid.ts';
import type { SceneNetwork } from './model/scene.ts';
import type { Format } from './layout/geometry.ts';

/** All charts by id. */
export const charts: ReadonlyMap<string, LaidChart> = new Map(
  [...record.charts.values()].map((chart) => [chart.id, laid(record, chart)]),
);

/** A chart that is known to exist: `network` has checked every name in the story. */
export function laidChart(id: string): LaidChart {
  const found = charts.get(id);
  if (!found) throw new Error(`no chart "${id}"`);
  return found;
}

/** The site's path with a slash at the end. */
export const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** The name of the file with a chart's geometry; it changes with what is in it. */
export function geometryFile({ geometries }: LaidChart, format: Format): string {
  const hash = createHash('sha256').update(JSON.stringify(geometries[format])).digest('hex').slice(0, 10);
  return `${format}.${hash}`;
}

/** The first scene of a chart with the same rows: its table stands for all of them. */
export function tableAt({ scenes }: LaidChart, { asOf, links, bars, scene }: SceneNetwork): string {
  const rows = JSON.stringify([asOf, links.map(({ id }) => id), bars.map(({ id }) => id)]);
  const first = scenes.find(
    (other) =>
      rows === JSON.stringify([other.asOf, other.links.map(({ id }) => id), other.bars.map(({ id }) => id)]),
  );
  return first?.scene ?? scene;
}
