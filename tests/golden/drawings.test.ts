// Has any drawing changed? The new one is written beside the approved one, for the eye; npm run approve takes it over.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { charts } from '../../src/charts.ts';
import { marks } from '../../src/render/marks.ts';
import { svg } from '../../src/render/svg.ts';

const folder = new URL('.', import.meta.url);
const drawings = [...charts.values()].flatMap(({ geometries }) =>
  [...geometries.page, ...geometries.wide].map((geometry) => ({
    name: `${geometry.chart}-${geometry.scene}-${geometry.format}`,
    // A line a mark, so that a change can be read.
    text: `${svg(marks(geometry), {
      width: geometry.width,
      height: geometry.height,
      className: geometry.format,
      scene: geometry.scene,
      name: '',
    }).replaceAll('><', '>\n<')}\n`,
  })),
);

for (const { name, text } of drawings) {
  test(name, () => {
    const approved = new URL(`${name}.svg`, folder);
    const changed = new URL(`${name}.changed.svg`, folder);
    const before = existsSync(approved) ? readFileSync(approved, 'utf8') : null;
    if (before === text) rmSync(changed, { force: true });
    else writeFileSync(changed, text);
    expect(before === text, `${name}.changed.svg differs: look at it, then npm run approve`).toBe(true);
  });
}

test('no approved drawing is left of a scene that is gone', () => {
  const names = new Set(drawings.map(({ name }) => `${name}.svg`));
  const left = readdirSync(folder).filter((file) => file.endsWith('.svg') && !file.endsWith('.changed.svg'));
  expect(left.filter((file) => !names.has(file))).toEqual([]);
});
