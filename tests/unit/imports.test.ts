import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { brokenBoundaries } from './boundaries.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('every import of the site follows an arrow', () => {
  const paths = globSync(['src/**/*.{ts,astro}', 'content/**/*.mdx'], { cwd: ROOT });
  const files = Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(`${ROOT}/${path}`, 'utf8')]),
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(brokenBoundaries(files)).toEqual([]);
});

const astro = (frontmatter: string, script = '') =>
  `---\n${frontmatter}\n---\n<p>import x from 'y'</p>\n<script>\n${script}\n</script>\n`;

describe('follows an arrow', () => {
  test.each([
    ['model asks zod', 'src/model/schema.ts', "import { z } from 'zod';"],
    ['layout asks model', 'src/layout/sankey.ts', "import { value } from '../model/value.ts';"],
    ['layout asks d3-sankey', 'src/layout/sankey.ts', "import { sankey } from 'd3-sankey';"],
    ['render asks layout', 'src/render/marks.ts', "import { rails } from '../layout/strip.ts';"],
    ['scroll asks tween', 'src/scroll/play.ts', "import { tween } from '../layout/tween.ts';"],
    ['scroll asks marks', 'src/scroll/stage.ts', "import { marks } from '../render/marks.ts';"],
    ['scroll asks types', 'src/scroll/stage.ts', "import type { Geometry } from '../layout/geometry.ts';"],
    [
      'scroll asks types by name',
      'src/scroll/stage.ts',
      "import { type Geometry } from '../layout/geometry.ts';",
    ],
    ['a page asks everything', 'src/pages/index.astro', astro("import { rows } from '../render/rows.ts';")],
    ['a page loads the story', 'src/pages/index.astro', astro('', "import '../scroll/story.ts';")],
    ['a page inlines text', 'src/pages/e.astro', astro("import code from '../embed/height.ts?raw';")],
    ['prose speaks of imports', 'content/story/a.mdx', 'Die Chips\nimportiert „niemand“ sonst.\n'],
  ])('%s', (_, path, text) => {
    expect(brokenBoundaries({ [path]: text })).toEqual([]);
  });
});

describe('breaks an arrow', () => {
  test.each([
    ['model asks layout', 'src/model/value.ts', "import { bar } from '../layout/strip.ts';"],
    ['model asks d3', 'src/model/value.ts', "import { sankey } from 'd3-sankey';"],
    ['model asks for types', 'src/model/value.ts', "import type { Mark } from '../render/marks.ts';"],
    ['model asks Node', 'src/model/value.ts', "import { readFileSync } from 'node:fs';"],
    ['layout asks render', 'src/layout/bars.ts', "export { marks } from '../render/marks.ts';"],
    ['layout asks zod', 'src/layout/bars.ts', "import { z } from 'zod';"],
    ['render asks scroll', 'src/render/svg.ts', "import { play } from '../scroll/play.ts';"],
    ['render asks a package', 'src/render/svg.ts', "const d3 = await import('d3-chord');"],
    ['scroll asks a layout', 'src/scroll/stage.ts', "import { geometries } from '../layout/geometries.ts';"],
    [
      'scroll asks values beside types',
      'src/scroll/stage.ts',
      "import { place } from '../layout/geometry.ts';",
    ],
    ['scroll asks d3', 'src/scroll/play.ts', "import { easeCubic } from 'd3-ease';"],
    ['scroll asks model', 'src/scroll/stage.ts', "import type { Link } from '../model/schema.ts';"],
    ['embed asks anything', 'src/embed/height.ts', "import { tween } from '../layout/tween.ts';"],
    ['a page runs the story', 'src/pages/index.astro', astro("import { play } from '../scroll/play.ts';")],
    ['a component runs the story', 'src/components/Page.astro', astro("import '../scroll/story.ts';")],
    ['the build runs the story', 'src/build/pdf.ts', "import { play } from '../scroll/play.ts';"],
    ['a nested type asks', 'src/model/value.ts', "type M = import('../render/marks.ts').Mark;"],
  ])('%s', (_, path, text) => {
    expect(brokenBoundaries({ [path]: text })).toHaveLength(1);
  });

  test('prose imports a component', () => {
    const text = "Text.\n\nimport Step from '../../src/components/Step.astro';\n\n<Step>Mehr.</Step>\n";
    expect(brokenBoundaries({ 'content/story/a.mdx': text })).toHaveLength(1);
  });

  test('a package is known to two files', () => {
    const files = {
      'src/layout/bars.ts': "import { easeCubic } from 'd3-ease';",
      'src/layout/tween.ts': "import { easeQuad } from 'd3-ease';",
    };
    expect(brokenBoundaries(files)).toEqual([
      'd3-ease is imported by more than one file: src/layout/bars.ts, src/layout/tween.ts',
    ]);
  });

  test.each([
    'src/utils/round.ts',
    'src/model/helpers.ts',
    'src/lib/a.ts',
    'src/layout/common.ts',
    'src/misc.ts',
  ])('%s lacks a name', (path) => {
    expect(brokenBoundaries({ [path]: '' })).toHaveLength(1);
  });

  test('files import each other in a circle', () => {
    const files = {
      'src/model/a.ts': "import './b.ts';",
      'src/model/b.ts': "import './c.ts';",
      'src/model/c.ts': "import type { A } from './a.ts';",
      'src/model/d.ts': "import './a.ts';",
    };
    expect(brokenBoundaries(files)).toEqual([
      'a circle of imports: src/model/a.ts → src/model/b.ts → src/model/c.ts → src/model/a.ts',
    ]);
  });
});
