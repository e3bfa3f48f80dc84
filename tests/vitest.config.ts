// Which tests does Vitest know? One project per folder, so that each can run alone: npx vitest --config tests/vitest.config.ts --project unit

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const suite = (name: string) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`] },
});

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [suite('unit'), suite('content'), suite('golden'), suite('budget')],
    reporters: ['default'],
    testTimeout: 20_000,
  },
});
