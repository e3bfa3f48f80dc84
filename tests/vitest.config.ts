// Which tests does Vitest know? One project per folder, so that each can run alone: npx vitest --config tests/vitest.config.ts --project unit

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests of a folder, or those in the file of that name; how long one may take, in milliseconds. */
const suite = (name: string, testTimeout: number) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`, `tests/${name}.test.ts`], testTimeout },
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
    ],
    reporters: ['default'],
  },
});
