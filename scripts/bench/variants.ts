// The story's script with other hairlines in motion, for comparison: bundled from the sources, never shipped.

import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

const ENTRY = fileURLToPath(new URL('../../src/scroll/story.ts', import.meta.url));

/** What `few` gives for each pair of bands. Where it says nothing, marks draw all lines. */
const FEW = {
  'as built': null,
  'tint only': 'export const few = (pairs) => pairs.map(() => []);',
  'all lines': 'export const few = (pairs) => pairs.map(() => undefined);',
} as const;

export type Variant = keyof typeof FEW;
export const VARIANTS = Object.keys(FEW) as Variant[];

/** The script of the story in a variant. */
export async function script(variant: Variant): Promise<string> {
  const few = FEW[variant];
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'variant',
        setup(bundle) {
          if (few === null) return;
          bundle.onLoad({ filter: /layout\/few\.ts$/ }, () => ({ contents: few, loader: 'ts' }));
          bundle.onLoad({ filter: /layout\/tween\.ts$/ }, async ({ path }) => ({
            // Nothing said stays nothing.
            contents: (await readFile(path, 'utf8')).replace('drawn[index] ?? []', 'drawn[index]'),
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}
