// Made-up geometries to go from and to: any three scenes of a chart, in columns, in a ring or as bars.

import fc from 'fast-check';
import { geometries } from '../../../src/layout/geometries.ts';
import type { Geometry } from '../../../src/layout/geometry.ts';
import type { SceneBar, SceneNetwork } from '../../../src/model/scene.ts';
import { chart, networks, scene } from './scenes.ts';

type Form = SceneNetwork['form'];

/** Three scenes of one chart, laid out. */
export interface Journey {
  readonly one: Geometry;
  readonly two: Geometry;
  readonly three: Geometry;
}

const FORMS: readonly Form[] = ['sankey', 'sankey', 'chord', 'bars'];

/** Journeys through scenes that show some of the links each; the last one is in columns and shows all of them. */
export const journeys = (): fc.Arbitrary<Journey> =>
  fc
    .record({
      network: networks.filter(({ links }) => links.length > 0),
      shown: fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 30, maxLength: 30 }),
      first: fc.constantFrom(...FORMS),
      second: fc.constantFrom(...FORMS),
      format: fc.constantFrom('page' as const, 'wide' as const),
    })
    .map(({ network: { columns, links }, shown, first, second, format }) => {
      const of = (form: Form, id: string, chosen: typeof links): SceneNetwork => {
        const some = { ...scene(columns, chosen, id), form };
        return form === 'bars'
          ? { ...some, links: [], bars: some.nodes.slice(0, 3).map(({ id }) => bar(id)) }
          : some;
      };
      const scenes = [
        of(
          first,
          'first',
          links.filter((_, index) => shown[index]?.[0]),
        ),
        of(
          second,
          'second',
          links.filter((_, index) => shown[index]?.[1]),
        ),
        of('sankey', 'third', links),
      ];
      const [one, two, three] = geometries(chart(columns, 1e6), scenes, [{}, {}, {}], format);
      if (!one || !two || !three) throw new Error('three scenes, three geometries');
      return { one, two, three };
    });

const bar = (node: string): SceneBar => ({
  id: node,
  node,
  value: 20,
  measure: 'revenue',
  period: '2025',
  amount: 20,
  currency: 'USD',
  references: [],
});

/** A share of the way, the ends included. */
export const times = () => fc.double({ min: 0, max: 1, noNaN: true });

/** The same, none of it to be written to. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
