// Lays out every chart once, for all pages: its scenes, their labels, the geometry of both formats.

import { createHash } from 'node:crypto';
import { record } from './content.ts';
import { geometries } from './layout/geometries.ts';
import type { Format, Geometry } from './layout/geometry.ts';
import { isCrowded } from './layout/union.ts';
import type { Chart } from './model/chart.ts';
import { sceneNetwork, type SceneNetwork } from './model/scene.ts';
import { shown, type Shown } from './model/shown.ts';
import { texts } from './render/rows.ts';

/** A chart with all its scenes, laid out. */
export interface LaidChart {
  readonly chart: Chart;
  readonly scenes: readonly SceneNetwork[];
  /** What of each scene is drawn in a format. */
  readonly shown: Readonly<Record<Format, readonly Shown[]>>;
  readonly geometries: Readonly<Record<Format, readonly Geometry[]>>;
}

/** All charts by id. */
export const charts: ReadonlyMap<string, LaidChart> = new Map(
  [...record.charts.values()].map((chart) => [chart.id, laid(chart)]),
);

function laid(chart: Chart): LaidChart {
  const scenes = chart.scenes.map(({ id }) => sceneNetwork(record, chart.id, id));
  const inFormat = (format: Format) => scenes.map((scene) => shown(scene, format));
  const drawn = { page: inFormat('page'), wide: inFormat('wide') };
  const geometriesIn = (format: Format) => {
    const networks = drawn[format].map(({ scene }) => scene);
    const dense = isCrowded(networks);
    return geometries(
      chart,
      networks,
      networks.map((network) => texts(network, record.ui, dense)),
      format,
    );
  };
  return {
    chart,
    scenes,
    shown: drawn,
    geometries: { page: geometriesIn('page'), wide: geometriesIn('wide') },
  };
}

/** A chart that is known to exist: `network` has checked every name in the story. */
export function laidChart(id: string): LaidChart {
  const found = charts.get(id);
  if (!found) throw new Error(`no chart "${id}"`);
  return found;
}

/** The site's path with a slash at the end. */
export const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** The name of the file with a chart's geometry; it changes with what is in it. */
export function geometryFile({ geometries: laid }: LaidChart, format: Format): string {
  const hash = createHash('sha256').update(JSON.stringify(laid[format])).digest('hex').slice(0, 10);
  return `${format}.${hash}`;
}
