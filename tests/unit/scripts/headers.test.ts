import { expect, test } from 'vitest';
import { headerRules, headersAt, headersFile } from '../../../scripts/headers.ts';

const FILES = [
  '404.html',
  'favicon.svg',
  'index.html',
  '_astro/page.abc.js',
  'einbetten/ring/anfang/daten.json',
  'einbetten/ring/anfang/index.html',
  'grafik/ring/index.html',
  'grafik/ring/wide.abc.json',
];

test.each(['/', '/ki-kreislauf/'])('below %s, each kind of file gets its headers', (base) => {
  const text = headersFile(headerRules(base, FILES));
  const at = (path: string) => headersAt(text, base + path);
  expect(at('_astro/page.abc.js')['Cache-Control']).toContain('immutable');
  expect(at('grafik/ring/wide.abc.json')['Cache-Control']).toContain('immutable');
  for (const page of ['', '404.html', 'grafik/ring/']) {
    expect(at(page)).toMatchObject({ 'Content-Security-Policy': "frame-ancestors 'self'" });
    expect(at(page)).not.toHaveProperty('Cache-Control');
  }
  expect(at('einbetten/ring/anfang/')).toMatchObject({ 'Content-Security-Policy': 'frame-ancestors *' });
  expect(at('einbetten/ring/anfang/daten.json')).toMatchObject({ 'Access-Control-Allow-Origin': '*' });
  for (const path of ['', ...FILES]) expect(at(path)).toMatchObject({ 'X-Content-Type-Options': 'nosniff' });
});

test('no path gets the same header from two rules, since some hosts join their values', () => {
  const rules = headerRules('/', FILES);
  for (const path of ['/', ...FILES.map((file) => `/${file.replace(/index\.html$/, '')}`)]) {
    const names = rules
      .filter(([rule]) => (rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path))
      .flatMap(([, headers]) => Object.keys(headers));
    expect(new Set(names).size, path).toBe(names.length);
  }
});
