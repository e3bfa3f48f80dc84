// Which imports break the order of the folders? A pure check of a map from path to text.

import { posix } from 'node:path';
import ts from 'typescript';

/** The text of each file, by its path from the root of the repository. */
export type Files = Readonly<Record<string, string>>;

interface Import {
  readonly from: string;
  /** As written. */
  readonly name: string;
  /** A path from the root for what is the site's own, else null. */
  readonly path: string | null;
  /** Gone once types are stripped. */
  readonly typeOnly: boolean;
  /** Runs in the browser: stands in a <script> of a component. */
  readonly script: boolean;
}

/** What the files of a folder may import: folders, single files, packages. */
interface Arrow {
  readonly paths: readonly string[];
  readonly types?: readonly string[];
  readonly packages: readonly string[];
}

const ARROWS: Readonly<Record<string, Arrow>> = {
  model: { paths: ['src/model/'], packages: ['zod', 'yaml'] },
  layout: { paths: ['src/model/', 'src/layout/'], packages: ['d3-sankey', 'd3-chord', 'd3-ease'] },
  render: { paths: ['src/model/', 'src/layout/', 'src/render/'], packages: [] },
  scroll: {
    paths: ['src/scroll/', 'src/layout/tween.ts', 'src/layout/strip.ts', 'src/render/marks.ts'],
    types: ['src/layout/geometry.ts'],
    packages: ['scrollama'],
  },
  embed: { paths: [], packages: [] },
};

/** Each of these is known to one file, so that it can be replaced there. */
const KNOWN_ONCE = ['d3-sankey', 'd3-chord', 'd3-ease', 'scrollama'];

/** What runs in the browser reaches a page by a <script>, never by the code that writes the page. */
const IN_THE_BROWSER = ['src/scroll/', 'src/embed/'];

const NAMELESS = /^(utils?|helpers?|libs?|common|misc|shared)$/i;

/** The broken rules, one sentence each. */
export function brokenBoundaries(files: Files): string[] {
  const imports = Object.entries(files).flatMap(([path, text]) => importsOf(path, text));
  return [
    ...imports.flatMap(brokenArrow),
    ...KNOWN_ONCE.flatMap((name) => knownTwice(name, imports)),
    ...Object.keys(files).flatMap(namelessParts),
    ...cycles(imports),
  ];
}

function brokenArrow(entry: Import): string[] {
  const broken = [`${entry.from} may not import ${entry.name}`];
  if (!entry.from.startsWith('src/')) return broken;
  const folder = entry.from.split('/')[1] ?? '';
  const arrow = ARROWS[folder];
  if (!arrow) {
    const inBrowser = IN_THE_BROWSER.some((prefix) => entry.path?.startsWith(prefix));
    // ?raw asks for the text of a file, to be written into a page.
    return inBrowser && !entry.script && !entry.name.endsWith('?raw') ? broken : [];
  }
  if (entry.path === null) return arrow.packages.includes(entry.name) ? [] : broken;
  const allowed = entry.typeOnly ? [...arrow.paths, ...(arrow.types ?? [])] : arrow.paths;
  return allowed.some((prefix) => entry.path?.startsWith(prefix)) ? [] : broken;
}

function knownTwice(name: string, imports: readonly Import[]): string[] {
  const users = [...new Set(imports.filter((entry) => entry.name === name).map(({ from }) => from))];
  return users.length > 1 ? [`${name} is imported by more than one file: ${users.join(', ')}`] : [];
}

function namelessParts(path: string): string[] {
  const nameless = path.split('/').some((part) => NAMELESS.test(part.split('.')[0] ?? ''));
  return nameless ? [`${path} lacks a name that says what it holds`] : [];
}

/** The circles among the files, each told once, from its first file. Types count: they bind as well. */
function cycles(imports: readonly Import[]): string[] {
  const targets = Map.groupBy(
    imports.filter((entry) => entry.path !== null),
    ({ from }) => from,
  );
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) {
      const circle = trail.slice(trail.indexOf(path));
      const first = circle.indexOf([...circle].sort()[0] ?? path);
      const turned = [...circle.slice(first), ...circle.slice(0, first)];
      found.add(`a circle of imports: ${[...turned, turned[0]].join(' → ')}`);
    } else if (!done.has(path)) {
      for (const target of targets.get(path) ?? []) visit(target.path ?? '', [...trail, path]);
      done.add(path);
    }
  };
  for (const path of targets.keys()) visit(path, []);
  return [...found];
}

function importsOf(path: string, text: string): Import[] {
  if (path.endsWith('.ts')) return importsOfCode(path, text, false);
  if (path.endsWith('.mdx')) return importsOfCode(path, proseImports(text), false);
  const [, frontmatter = ''] = /^---\n(.*?)\n---/s.exec(text) ?? [];
  const scripts = [...text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map(([, code = '']) => code);
  return [
    ...importsOfCode(path, frontmatter, false),
    ...scripts.flatMap((code) => importsOfCode(path, code, true)),
  ];
}

/** MDX takes a line that begins with import or export for code. */
const proseImports = (text: string) =>
  text
    .split('\n')
    .filter((line) => /^(import|export)\s.*['"]/.test(line))
    .join('\n');

function importsOfCode(from: string, code: string, script: boolean): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const name = specifier.text;
    const own = name.startsWith('.') ? posix.join(posix.dirname(from), name.replace(/\?.*$/, '')) : null;
    found.push({ from, name, path: own, typeOnly, script });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(from, code, ts.ScriptTarget.Latest));
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return (
    !clause.name && !!names && ts.isNamedImports(names) && names.elements.every((name) => name.isTypeOnly)
  );
}
