// Is the built site light, its own and well-formed? Reads dist/; counts and bytes only, no times.

import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { base, site } from '../scripts/address.ts';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const KILOBYTE = 1000;

const files = (pattern: string) =>
  globSync(pattern, { cwd: DIST })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
const text = (path: string) => readFileSync(DIST + path, 'utf8');
const gzipped = (content: string | Buffer) => gzipSync(content, { level: 9 }).length / KILOBYTE;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The tags of a page, in order; what stands in scripts and styles is not read as tags. */
function tags(html: string): Tag[] {
  const markup = html.replace(/(<(script|style)\b[^>]*>).*?<\/\2>/gs, '$1');
  return [...markup.matchAll(/<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi)].map(
    ([, name = '', rest = '']) => ({
      name: name.toLowerCase(),
      attributes: new Map(
        [...rest.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(
          ([, key = '', double, single, bare]) => [key.toLowerCase(), double ?? single ?? bare ?? ''],
        ),
      ),
    }),
  );
}

/** What a browser fetches by itself for a page: not where its links lead. */
function loaded(html: string): string[] {
  const addresses = tags(html).flatMap(({ name, attributes }) => {
    const values = (...keys: string[]) => keys.flatMap((key) => attributes.get(key) ?? []);
    if (name === 'link') return attributes.get('rel') === 'canonical' ? [] : values('href');
    if (name === 'a' || name === 'area') return [];
    const sets = values('srcset', 'imagesrcset').flatMap((set) =>
      set.split(',').flatMap((entry) => entry.trim().split(/\s+/)[0] ?? []),
    );
    return [...sets, ...values('src', 'poster', 'data', 'href', 'xlink:href')];
  });
  const styles = [...html.matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)].map(([, rules = '']) => rules);
  return [...addresses, ...styles.flatMap(loadedByRules)];
}

/** What a stylesheet fetches. */
function loadedByRules(rules: string): string[] {
  const found = rules.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g);
  return [...found].map(([, url, rule]) => url ?? rule ?? '');
}

const elsewhere = (addresses: readonly string[]) =>
  addresses.filter((address) => {
    const url = new URL(address, site + base);
    return url.protocol !== 'data:' && url.origin !== site;
  });

/** The file in dist/ that an address names. */
const fileOf = (address: string) => new URL(address, site + base).pathname.slice(base.length);

/** A script and all that it imports, now or later. */
function withImports(path: string, known = new Set<string>()): Set<string> {
  if (known.has(path)) return known;
  known.add(path);
  for (const [, name = ''] of text(path).matchAll(/["'](\.{1,2}\/[^"'\s]+\.js)["']/g))
    withImports(posix.join(posix.dirname(path), name), known);
  return known;
}

const pages = files('**/*.html');
const start = text('index.html');

test('there are pages', () => {
  expect(pages).toContain('index.html');
  expect(pages).toContain('404.html');
});

describe('bytes', () => {
  test('the start page runs at most 16 kB of script, gzipped', () => {
    const inlined = [...start.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)]
      .filter(([, attributes = '']) => !/\bsrc=|type="application\/(ld\+)?json"/.test(attributes))
      .map(([, , code = '']) => code);
    const external = tags(start)
      .filter(({ name }) => name === 'script')
      .flatMap(({ attributes }) => attributes.get('src') ?? [])
      .map(fileOf);
    const scripts = new Set(external.flatMap((path) => [...withImports(path)]));
    expect(inlined.length + scripts.size).toBeGreaterThan(0);
    const sizes = [...inlined, ...[...scripts].map(text)].map(gzipped);
    expect(sum(sizes)).toBeLessThanOrEqual(16);
  });

  test('the start page has at most 100 kB of HTML, brotli', () => {
    expect(brotliCompressSync(start).length / KILOBYTE).toBeLessThanOrEqual(100);
  });

  test('the fonts have at most 70 kB', () => {
    const fonts = files('**/*.{woff,woff2,ttf,otf}');
    expect(fonts.length).toBeGreaterThan(0);
    expect(sum(fonts.map((path) => readFileSync(DIST + path).length / KILOBYTE))).toBeLessThanOrEqual(70);
  });

  const geometries = files('grafik/*/*.json').map(
    (path) => [path, brotliCompressSync(readFileSync(DIST + path)).length / KILOBYTE] as const,
  );

  // The largest is that of the whole network.
  test.each(geometries)('%s has at most 16 kB, brotli', (_, size) => {
    expect(size).toBeLessThanOrEqual(16);
  });

  test('the geometry of the charts on stages has at most 4 kB in the median, brotli', () => {
    const sizes = geometries
      .filter(([path]) => start.includes(`"${base}${path}"`))
      .map(([, size]) => size)
      .sort((a, b) => a - b);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(4);
  });
});

describe('nothing is loaded from elsewhere', () => {
  test.each(pages)('%s', (path) => {
    expect(elsewhere(loaded(text(path)))).toEqual([]);
  });

  test.each(files('**/*.css'))('%s', (path) => {
    expect(elsewhere(loadedByRules(text(path)))).toEqual([]);
  });

  test('a page that does so is found out', () => {
    const html =
      '<script src="https://a.example/a.js"></script><link rel="stylesheet" href=//b.example/b.css>' +
      `<img alt=">" srcset="https://c.example/c.png 2x"><style>@import 'https://d.example/d.css';</style>` +
      '<a href="https://e.example/"><script>"<img src=https://f.example/>"</script></a><img src="data:,">';
    expect(elsewhere(loaded(html)).map((address) => new URL(address, site).hostname)).toEqual([
      'a.example',
      'b.example',
      'c.example',
      'd.example',
    ]);
  });
});

test('the page for whoever changes a drawing stays in development', () => {
  // Markup, styles and script of that page all speak of this class.
  const MARK = 'dev-drawings';
  const source = new URL('../src/dev/', import.meta.url);
  for (const file of ['drawings.astro', 'drawings.css', 'Motion.astro'])
    expect(readFileSync(new URL(file, source), 'utf8')).toContain(MARK);
  expect(files('**/*zeichnungen*')).toEqual([]);
  expect(files('**/*.{html,css,js,mjs,json,txt,xml}').filter((path) => text(path).includes(MARK))).toEqual(
    [],
  );
  expect(text('_headers')).not.toContain('zeichnungen');
});

describe('no id is given twice', () => {
  test.each(pages)('%s', (path) => {
    const ids = tags(text(path)).flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

describe('the HTML is valid', () => {
  const validator = new HtmlValidate(
    new StaticConfigLoader({ root: true, extends: ['html-validate:recommended'] }),
  );

  test.each(pages)('%s', async (path) => {
    const { results } = await validator.validateString(text(path), path);
    const messages = results.flatMap((result) =>
      result.messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
    );
    expect(messages).toEqual([]);
  });
});
