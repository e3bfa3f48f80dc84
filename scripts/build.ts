// Builds the site into dist/, and knows whether that is due: npm run build

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { base, site } from './address.ts';
import { headerRules, headersFile } from './headers.ts';
import { DIST } from './serve.ts';

const ROOT = new URL('../', import.meta.url);
const SOURCES = [
  'src',
  'content',
  'public',
  'scripts',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

/** Astro empties dist/, so the mark of another build never survives the next. */
const MARK = new URL('.fingerprint', DIST);

/** The files of a folder, as sorted paths relative to it. */
function filesIn(folder: URL): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(fileURLToPath(folder), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** One value for everything a build depends on. */
function fingerprint(): string {
  const hash = createHash('sha256').update(site + base);
  for (const source of SOURCES) {
    const path = new URL(source, ROOT);
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory() ? filesIn(new URL(`${source}/`, ROOT)) : [''];
    for (const file of files)
      hash
        .update(`${source}/${file}\n`)
        .update(readFileSync(file ? new URL(`${source}/${file}`, ROOT) : path));
  }
  return hash.digest('hex');
}

/** Whether dist/ holds what a build would write. */
export function isBuilt(): boolean {
  return existsSync(MARK) && readFileSync(MARK, 'utf8') === fingerprint();
}

/** Builds; false when Astro finds fault. */
export function build(): boolean {
  const before = fingerprint();
  const astro = fileURLToPath(new URL('node_modules/astro/bin/astro.mjs', ROOT));
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const { status } = spawnSync(process.execPath, [astro, 'build'], { cwd: ROOT, env, stdio: 'inherit' });
  if (status !== 0) return false;
  writeFileSync(new URL('_headers', DIST), headersFile(headerRules(base, filesIn(DIST))));
  writeFileSync(MARK, before);
  return true;
}

if (import.meta.main) {
  if (!build()) process.exitCode = 1;
  else if (!process.env.SITE_URL)
    console.log(`Canonical addresses begin with ${site}${base}. To publish, set SITE_URL (see README.md).`);
}
