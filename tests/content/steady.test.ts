// Does a drawing keep its shape when the data change a little, and is it the same bytes on every computer?

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { charts } from '../../src/charts.ts';
import { geometries } from '../../src/layout/geometries.ts';
import type { Format, Geometry } from '../../src/layout/geometry.ts';
import type { Chart } from '../../src/model/chart.ts';
import type { SceneNetwork } from '../../src/model/scene.ts';

/** A node moves no further than this when one amount is a tenth larger or smaller, in units of the viewBox. */
const MOST = 12;

const straight = [...charts.values()].filter(({ scenes }) => scenes.some(({ form }) => form === 'sankey'));

/** The Sankey scenes of a chart, with the amounts of one link times a factor. */
function drawn(
  chart: Chart,
  scenes: readonly SceneNetwork[],
  format: Format,
  link = '',
  factor = 1,
): Geometry[] {
  const changed = scenes.map((scene) => ({
    ...scene,
    links: scene.links.map((one) => (one.id === link ? { ...one, value: one.value * factor } : one)),
  }));
  return geometries(
    chart,
    changed,
    changed.map(() => ({})),
    format,
  );
}

const places = (drawings: readonly Geometry[]) =>
  new Map(
    drawings.flatMap(({ scene, boxes }) => boxes.map(({ key, x, y }) => [`${scene} ${key}`, { x, y }])),
  );

for (const { chart, shown } of straight) {
  for (const format of ['page', 'wide'] as const) {
    test(
      `${chart.id} in ${format}: one amount ± 10 % moves no node far and turns no order`,
      { timeout: 60_000 },
      () => {
        const scenes = shown[format].map(({ scene }) => scene).filter(({ form }) => form === 'sankey');
        const before = places(drawn(chart, scenes, format));
        const across = format === 'wide' ? 'y' : 'x';
        const order = (at: ReturnType<typeof places>) =>
          [...at].sort(([, a], [, b]) => a[across] - b[across]).map(([key]) => key);
        const money = scenes.flatMap(({ links }) => links.filter(({ given }) => given === 'money'));
        for (const link of new Set(money.map(({ id }) => id)))
          for (const factor of [0.9, 1.1]) {
            // The widest flow may set the scale: what matters is where nodes stand to each other.
            const after = places(drawn(chart, scenes, format, link, factor));
            const column = (key: string) => Math.round(before.get(key)?.[format === 'wide' ? 'x' : 'y'] ?? 0);
            for (const [key, { x, y }] of before) {
              const now = after.get(key) ?? { x: NaN, y: NaN };
              expect(Math.hypot(now.x - x, now.y - y), `${link} × ${String(factor)}: ${key}`).toBeLessThan(
                MOST,
              );
            }
            const byColumn = (keys: readonly string[]) =>
              Object.groupBy(keys, (key) => `${key.split(' ')[0] ?? ''} ${String(column(key))}`);
            expect(byColumn(order(after))).toEqual(byColumn(order(before)));
          }
      },
    );
  }
}

test('drawings are the same bytes in another language, time zone and year', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const script = fileURLToPath(new URL('./bytes.ts', import.meta.url));
  const bytes = (env: Record<string, string>) => {
    const child = spawnSync(process.execPath, [script], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    expect(child.stderr.replace(/^.*(?:Warning|trace-warnings).*$\n?/gm, '')).toBe('');
    return child.stdout;
  };
  const here = bytes({});
  expect(here).toMatch(/^[0-9a-f]{64}$/);
  expect(bytes({ LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' })).toBe(here);
  expect(bytes({ LANG: 'C', LC_ALL: 'C', TZ: 'America/St_Johns' })).toBe(here);
  // What Vite builds with is what the script has drawn.
  const all = [...charts.values()].map((laid) => laid.geometries);
  expect(createHash('sha256').update(JSON.stringify(all)).digest('hex')).toBe(here);
});
