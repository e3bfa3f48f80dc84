// Which links does the order of a chart have to serve? All that its Sankey scenes draw, taken together.

import type { SceneNetwork } from '../../model/scene.ts';
import { union } from '../union.ts';
import type { SidedWay } from './sides.ts';

/**
 * The links of all Sankey scenes of a chart, by id, each as wide as it ever is. What gives no sum of money weighs as
 * much as the least that does.
 */
export function ways(scenes: readonly SceneNetwork[]): SidedWay[] {
  if (!scenes.some(({ form }) => form === 'sankey')) return [];
  const { links } = union(scenes).scene;
  const sums = links.filter(({ given, value }) => given === 'money' && value > 0).map(({ value }) => value);
  const least = sums.length > 0 ? Math.min(...sums) : 1;
  return links
    .map(({ id, source, target, given, value, side }) => ({
      id,
      source,
      target,
      value: given === 'money' ? value : least,
      side,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
