// Reads the project's own content folder from the disk.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ContentFile } from '../../src/model/document.ts';

/** The root of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every YAML and MDX file under content/. */
export function contentFiles(): ContentFile[] {
  return readdirSync(`${root}content`, { recursive: true, encoding: 'utf8' })
    .map((path) => `content/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(yaml|mdx)$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
}
