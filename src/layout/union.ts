// What do all scenes of a chart hold together? Its flows at their widest, as the one network that all of them are parts of.

import type { SceneLink, SceneNetwork } from '../model/scene.ts';
import { isDense } from './frame.ts';

/** Whether a chart of these scenes is dense: all its scenes then have the same small letters. */
export const isCrowded = (scenes: readonly SceneNetwork[]): boolean => isDense(union(scenes).scene);

/** All flows of a chart at once. */
export interface Union {
  readonly scene: SceneNetwork;
  /** Of links that stand aside for a wider one, by their id: the id of that one, whose place they take. */
  readonly instead: ReadonlyMap<string, string>;
}

/**
 * All flows of a chart at once. Nodes stand in each scene where they stand in this one, so that a picture grows
 * without moving. Of a flow and the one that took its place only the wider counts.
 */
export function union(scenes: readonly SceneNetwork[]): Union {
  const first = scenes.find(({ form }) => form === 'sankey') ?? scenes[0];
  if (!first) throw new Error('a chart without scenes');
  const drawn = scenes.filter(({ form }) => form === 'sankey');
  const all = drawn.flatMap((scene) => scene.links);
  const links = new Map<string, SceneLink>();
  // The same link may be wider in one scene than in another, on another day.
  for (const link of all) if (link.value >= (links.get(link.id)?.value ?? 0)) links.set(link.id, link);
  const nodes = new Map(drawn.flatMap((scene) => scene.nodes).map((node) => [node.id, node]));
  const passages = new Map(
    drawn.flatMap((scene) => scene.passages).map((one) => [`${one.link} ${String(one.column)}`, one]),
  );
  const instead = new Map(
    [...links.values()].flatMap((link) => {
      const other = links.get(link.replaces ?? '');
      if (!other) return [];
      return [other.value > link.value ? ([link.id, other.id] as const) : ([other.id, link.id] as const)];
    }),
  );
  return {
    scene: {
      ...first,
      nodes: [...nodes.values()],
      links: [...links.values()].filter(({ id }) => !instead.has(id)),
      passages: [...passages.values()].filter(({ link }) => !instead.has(link)),
    },
    instead,
  };
}
