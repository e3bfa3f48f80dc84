// What has become of every drawing since it was approved? Each before and after, for the page /zeichnungen/.

import { charts } from '../charts.ts';
import type { Format } from '../layout/geometry.ts';
import { change, golden, goldenName, type Change } from '../render/golden.ts';

/** A drawing before and after. */
export interface Compared {
  readonly name: string;
  readonly format: Format;
  /** The finding of its scene; empty when the scene is gone. */
  readonly title: string;
  readonly change: Change;
  /** The approved text and the text of now. */
  readonly before: string | null;
  readonly after: string | null;
  /** How many lines, each a mark or its end, are in one of the two only. */
  readonly lines: number;
}

/** The approved drawings by name; read through Vite, so that the page comes anew when one is approved. */
const approved = new Map(
  Object.entries(
    import.meta.glob<string>(['../../tests/golden/*.svg', '!../../tests/golden/*.changed.svg'], {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  ).map(([path, text]) => [path.replace(/^.*\/|\.svg$/g, ''), text]),
);

/** All drawings: those of now in the order of their charts, then those that are gone. */
export function compared(): Compared[] {
  const drawn = [...charts.values()].flatMap(({ scenes, geometries }) =>
    scenes.flatMap(({ title }, index) =>
      [geometries.page[index], geometries.wide[index]].flatMap((geometry) =>
        geometry ? [{ name: goldenName(geometry), title, after: golden(geometry) }] : [],
      ),
    ),
  );
  const names = new Set(drawn.map(({ name }) => name));
  const gone = [...approved.keys()]
    .filter((name) => !names.has(name))
    .map((name) => ({ name, title: '', after: null }));
  return [...drawn, ...gone].map(({ name, title, after }) => {
    const before = approved.get(name) ?? null;
    const format = name.endsWith('-wide') ? 'wide' : 'page';
    return {
      name,
      format,
      title,
      change: change(before, after),
      before,
      after,
      lines: differing(before, after),
    };
  });
}

/** How many lines are in one text only. */
function differing(before: string | null, after: string | null): number {
  const counts = new Map<string, number>();
  const count = (text: string | null, by: number) => {
    for (const line of text?.split('\n') ?? []) counts.set(line, (counts.get(line) ?? 0) + by);
  };
  count(before, 1);
  count(after, -1);
  return [...counts.values()].reduce((sum, value) => sum + Math.abs(value), 0);
}
