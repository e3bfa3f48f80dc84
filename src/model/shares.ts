// Which part of a node's money is a flow? Of all that its payer pays in the scene, and of all that its receiver is paid.
import type { SceneLink, SceneNetwork } from './scene.ts';

/** The parts of a flow, 0 to 1. */
export interface Share {
  /** of all that the source pays in the scene */
  readonly out: number;
  /** of all that the target is paid */
  readonly in: number;
}

/** Money that was called off or replaced is no part of a sum. */
const adds = ({ given, status }: SceneLink): boolean =>
  given === 'money' && status !== 'cancelled' && status !== 'superseded';

/** The parts of each flow of a scene, by its id. What is no sum of money has none, nor has an arrow without a scale. */
export function shares({
  links,
  schematic,
}: Pick<SceneNetwork, 'links' | 'schematic'>): ReadonlyMap<string, Share> {
  const money = schematic ? [] : links.filter(adds);
  const sum = (end: 'source' | 'target', node: string) =>
    money.filter((link) => link[end] === node).reduce((total, { value }) => total + value, 0);
  return new Map(
    money.map((link) => [
      link.id,
      { out: link.value / sum('source', link.source), in: link.value / sum('target', link.target) },
    ]),
  );
}
