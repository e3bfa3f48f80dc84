// Lays out every chart once, for all pages.

import { createHash } from 'node:crypto';
import { record, story } from './content.ts';
import { laid, type LaidChart } from './laid.ts';
import type { SceneNetwork } from './model/scene.ts';
import type { Format, Geometry } from './layout/geometry.ts';

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

/** The geometry of the scenes of a chart that the article shows on a stage, in one format. */
export function stagedGeometries({ chart, geometries }: LaidChart, format: Format): readonly Geometry[] {
  const told = new Set(
    story.sections
      .flatMap(({ steps }) => steps.filter((step) => step.chart === chart.id))
      .map(({ scene }) => scene),
  );
  return geometries[format].filter(({ scene }) => told.has(scene));
}

/** The name of the file with that geometry; it changes with what is in it. */
export function geometryFile(laid: LaidChart, format: Format): string {
  const text = JSON.stringify(stagedGeometries(laid, format));
  return `${format}.${createHash('sha256').update(text).digest('hex').slice(0, 10)}`;
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
