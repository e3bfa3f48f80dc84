// Which tests does Vitest know? One project per folder, so that each can run alone: npx vitest --config tests/vitest.config.ts --project unit

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests of a folder, or those in the file of that name; how long one may take, in milliseconds. */
const suite = (name: string, testTimeout: number) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`, `tests/${name}.test.ts`], testTimeout },
});

/** The scenarios for browsers that Playwright cannot drive, in one of them; each file starts its own. */
const browser = (name: 'firefox' | 'webkit') => ({
  extends: true as const,
  test: {
    name,
    include: ['tests/browsers/*.test.ts'],
    provide: { browser: name },
    testTimeout: 90_000,
    hookTimeout: 30_000,
    expect: { poll: { interval: 25, timeout: 10_000 } },
    // Most of their time is spent waiting for motions to end.
    maxWorkers: 3,
  },
});

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      suite('unit', 20_000),
      // Builds the whole site once for each mistake.
      suite('content', 180_000),
      suite('golden', 20_000),
      suite('budget', 20_000),
      browser('firefox'),
      browser('webkit'),
    ],
    reporters: ['default'],
  },
});
