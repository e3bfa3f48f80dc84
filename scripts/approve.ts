// Takes over the changed drawings in tests/golden, after they have been looked at: npm run approve, or those whose name
// contains one of the words given: npm run approve -- ring-umsatz

import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';

const GOLDEN = new URL('../tests/golden/', import.meta.url);
const CHANGED = '.changed.svg';

/** The names of drawings that the golden test has found changed, new or gone. */
function changedIn(folder: URL): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(CHANGED))
    .map((file) => file.replace(CHANGED, ''))
    .sort();
}

/** Takes over one drawing; an empty one, whose scene is gone, is removed. Says what it did. */
function approve(folder: URL, name: string): string {
  const [changed, approved] = [new URL(`${name}${CHANGED}`, folder), new URL(`${name}.svg`, folder)];
  if (statSync(changed).size > 0) {
    renameSync(changed, approved);
    return `Approved: ${name}`;
  }
  rmSync(approved, { force: true });
  rmSync(changed);
  return `Removed, its scene is gone: ${name}`;
}

/** Takes over the drawings whose name contains one of the parts, without parts all; false when a part names none. */
export function approveAll(folder: URL, parts: readonly string[], say: (line: string) => void): boolean {
  const names = changedIn(folder);
  const unknown = parts.filter((part) => !names.some((name) => name.includes(part)));
  const chosen = names.filter((name) => parts.length === 0 || parts.some((part) => name.includes(part)));
  const left = names.filter((name) => !chosen.includes(name));
  for (const name of chosen) say(approve(folder, name));
  for (const part of unknown) say(`No changed drawing has “${part}” in its name.`);
  if (left.length > 0) say(`Still to be looked at: ${left.join(', ')}`);
  if (names.length === 0)
    say('There is nothing to approve: the last npm test -- golden found no drawing changed.');
  return unknown.length === 0;
}

if (import.meta.main && !approveAll(GOLDEN, process.argv.slice(2), console.log)) process.exitCode = 1;
