// Says which links a scene shows: those it names, or all that hold on its day.
import type { Chart, Scene } from './chart.ts';
import type { Link } from './schema.ts';
import { stateAt } from './value.ts';

/** Ids of the links of a scene. `all` are those of the record that hold on its day, sorted. */
export function shownLinks(
  chart: Pick<Chart, 'schematic'>,
  scene: Pick<Scene, 'links' | 'without' | 'asOf'>,
  links: ReadonlyMap<string, Link>,
): readonly string[] {
  if (scene.links !== 'all') return scene.links;
  if (chart.schematic) return [];
  return [...links.values()]
    .filter((link) => {
      const state = stateAt(link, scene.asOf);
      return state && state.status !== 'cancelled' && state.status !== 'superseded';
    })
    .map(({ id }) => id)
    .filter((id) => !scene.without.includes(id))
    .sort();
}
