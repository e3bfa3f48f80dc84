import { expect, test } from 'vitest';
import { fileAt } from '../../../scripts/serve.ts';

const FOLDER = new URL('file:///srv/dist/');
const at = (path: string) => fileAt(FOLDER, path)?.href ?? null;

test('a path ending with a slash asks for the page of a folder, any other for a file', () => {
  expect(at('')).toBe('file:///srv/dist/index.html');
  expect(at('grafik/ring/')).toBe('file:///srv/dist/grafik/ring/index.html');
  expect(at('_astro/page.js')).toBe('file:///srv/dist/_astro/page.js');
  expect(at('a%20b.svg')).toBe('file:///srv/dist/a%20b.svg');
});

test.each([
  '../package.json',
  'grafik/../../package.json',
  '%2e%2e/package.json',
  '..%2fpackage.json',
  '..%5cpackage.json',
  '/etc/passwd',
  'grafik//etc/passwd',
  '.fingerprint',
  'grafik/.hidden/a',
  'a%00b',
  '%zz',
])('%s asks for nothing', (path) => {
  expect(at(path)).toBeNull();
});
