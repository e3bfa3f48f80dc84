// Says what of a scene is drawn in a format, and what is left to its table.
import type { Format } from './chart.ts';
import type { SceneLink, SceneNetwork } from './scene.ts';

/** A scene as one format draws it, and what it leaves to the table: flows below the least sum. */
export interface Shown {
  readonly scene: SceneNetwork;
  readonly rest: readonly SceneLink[];
}

/** What of a scene is drawn in a format. Where a least sum is asked for, what has no sum is left out too. */
export function shown(scene: SceneNetwork, format: Format): Shown {
  const least = scene.least[format];
  const drawn = (link: SceneLink) => least === 0 || (link.given === 'money' && link.value >= least);
  const links = scene.links.filter(drawn);
  const rest = scene.links.filter((link) => !drawn(link));
  if (rest.length === 0) return { scene, rest };
  const touched = new Set(links.flatMap(({ source, target }) => [source, target]));
  for (const { node } of scene.bars) touched.add(node);
  const kept = new Set(links.map(({ id }) => id));
  return {
    scene: {
      ...scene,
      links,
      nodes: scene.nodes.filter(({ id }) => touched.has(id)),
      passages: scene.passages.filter(({ link }) => kept.has(link)),
      cycles: scene.cycles.filter((cycle) => cycle.every((id) => kept.has(id))),
    },
    rest,
  };
}
