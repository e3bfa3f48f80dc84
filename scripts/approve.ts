// Takes over the changed drawings in tests/golden, after they have been looked at.

import { readdirSync, renameSync } from 'node:fs';

const folder = new URL('../tests/golden/', import.meta.url);
const changed = readdirSync(folder).filter((file) => file.endsWith('.changed.svg'));
for (const file of changed) renameSync(new URL(file, folder), new URL(file.replace('.changed', ''), folder));
console.log(changed.length === 0 ? 'No drawing has changed.' : `Approved: ${changed.join(', ')}`);
