// Reads one YAML file as a value, and says on which line each of its parts stands.
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problems.ts';

/** A file of the content folder. */
export interface ContentFile {
  /** from the root of the project, such as content/data/links.yaml */
  readonly path: string;
  readonly text: string;
}

/** The line of a part by its path, keys and indices joined by dots; '' is the whole. */
export type Lines = ReadonlyMap<string, number>;

export interface YamlDocument {
  readonly value: unknown;
  readonly lines: Lines;
  /** not empty where the text is no YAML; then the value is null */
  readonly problems: readonly Problem[];
}

/** The value of a YAML text. */
export function yamlDocument({ path: file, text }: ContentFile): YamlDocument {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, schema: 'core' });
  const lineAt = (offset: number): number => counter.linePos(offset).line;
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: lineAt(error.pos[0]),
      id: null,
      field: null,
      message: `broken YAML: ${error.message.replace(/\.?$/, '.')} Look at this line and the one above: indentation, quotes and colons.`,
    }));
    return { value: null, lines: new Map(), problems };
  }
  const lines = new Map<string, number>();
  const visit = (node: unknown, path: string): void => {
    if (isSeq(node)) {
      node.items.forEach((item, index) => {
        const inner = join(path, String(index));
        if (isNode(item) && item.range) lines.set(inner, lineAt(item.range[0]));
        visit(item, inner);
      });
    } else if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const inner = join(path, String(key.value));
        // the line of the key, for its value may be empty or begin on the next
        if (key.range) lines.set(inner, lineAt(key.range[0]));
        visit(value, inner);
      }
    }
  };
  visit(document.contents, '');
  const value: unknown = document.toJS();
  return { value, lines, problems: [] };
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The line of a part, or else of the nearest part around it. */
export function lineOf(lines: Lines, path: string): number {
  let rest = path;
  while (rest !== '') {
    const line = lines.get(rest);
    if (line !== undefined) return line;
    rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.')));
  }
  return 1;
}
