// Has any drawing changed? The new one is written beside the approved one, for the eye; npm run approve takes it over.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { charts } from '../../src/charts.ts';
import { change, golden, goldenName, type Change } from '../../src/render/golden.ts';

const folder = new URL('.', import.meta.url);
const CHANGED = '.changed.svg';

const drawings = new Map(
  [...charts.values()].flatMap(({ geometries }) =>
    [...geometries.page, ...geometries.wide].map((geometry) => [goldenName(geometry), golden(geometry)]),
  ),
);

const written = readdirSync(folder).filter((file) => file.endsWith('.svg'));
const approved = written.filter((file) => !file.endsWith(CHANGED)).map((file) => file.replace('.svg', ''));

// What was written beside a drawing that was never approved and is no longer drawn: nobody can want it.
for (const file of written.filter((file) => file.endsWith(CHANGED))) {
  const name = file.replace(CHANGED, '');
  if (!drawings.has(name) && !approved.includes(name)) rmSync(new URL(file, folder));
}

const WORDS: Readonly<Record<Change, string>> = {
  same: 'is what is drawn now',
  changed: 'is not what is drawn now',
  new: 'does not exist: nobody has approved this drawing yet',
  gone: 'is left of a scene that is gone',
};

for (const name of new Set([...drawings.keys(), ...approved])) {
  test(name, () => {
    const file = new URL(`${name}.svg`, folder);
    const changed = new URL(`${name}${CHANGED}`, folder);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
    const now = drawings.get(name) ?? null;
    const found = change(before, now);
    if (found === 'same') rmSync(changed, { force: true });
    // An empty file says that there is nothing to draw any more.
    else writeFileSync(changed, now ?? '');
    expect(
      found,
      `tests/golden/${name}.svg ${WORDS[found]}. ` +
        `Look at ${name}${CHANGED} beside it, or at /zeichnungen/#${name} in npm run dev; ` +
        `if that is right: npm run approve -- ${name}`,
    ).toBe('same' satisfies Change);
  });
}
