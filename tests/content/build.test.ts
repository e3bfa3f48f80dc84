// Does a mistake in the content stop the real build, and does the message reach the editor?
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentFiles, root } from './folder.ts';
import { mistakes } from './mistakes.ts';

/** What `npm run build` calls, without its look at the packages: they are those of the project. */
const BUILD = ['scripts/build.ts'];
const LEFT_OUT = ['node_modules', 'dist', '.git', '.astro', 'tests', 'test-results', 'playwright-report'];
/** A build on a busy machine with two cores. */
const PATIENCE = 120_000;

const files = contentFiles();
const copy = mkdtempSync(join(tmpdir(), 'kreislauf-'));

function build(): { readonly ok: boolean; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, BUILD, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', VITEST: undefined },
  });
  return { ok: status === 0, said: stdout + stderr };
}

beforeAll(() => {
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !LEFT_OUT.includes(relative(root, path)),
  });
  // package by package, so that what the build keeps in node_modules stays in the copy
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

describe('the build', () => {
  it('goes through with the content as it is', { timeout: PATIENCE }, () => {
    const { ok, said } = build();
    expect(ok, said).toBe(true);
  });

  it.each(mistakes(files).filter(({ builds }) => builds))(
    'stops at $name',
    { timeout: PATIENCE },
    ({ file, text, id, field, says }) => {
      const intact = files.find(({ path }) => path === file)?.text ?? '';
      writeFileSync(join(copy, file), text);
      const { ok, said } = build();
      writeFileSync(join(copy, file), intact);
      expect(ok).toBe(false);
      const told = said.split('\n').find((line) => says.every((words) => line.includes(words)));
      expect(told, said).toContain(`${file}:`);
      if (id !== null && field !== null) expect(told).toContain(` · ${id} · ${field}: `);
    },
  );
});
