// Leads a chart down the whole line: its scenes, what of them each format draws, their labels, their geometry.

import { geometries } from './layout/geometries.ts';
import type { Format, Geometry } from './layout/geometry.ts';
import { isCrowded } from './layout/union.ts';
import type { Chart } from './model/chart.ts';
import type { Network } from './model/network.ts';
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

/**
 * A chart of the record, laid out in both formats.
 *
 * @throws when its hairlines would stand too close, with the remedy
 */
export function laid(record: Network, chart: Chart): LaidChart {
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
