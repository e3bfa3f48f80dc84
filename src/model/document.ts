// Reads one YAML file as a value, and says on which line each of its parts stands.
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
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
  const problems = mistakes(document).map(({ message, offset }) => ({
    file,
    line: lineAt(offset),
    id: null,
    field: null,
    message: `broken YAML: ${message.replace(/\.?$/, '.')} Look at this line and those next to it: indentation, quotes and colons.`,
  }));
  if (problems.length > 0) return { value: null, lines: new Map(), problems };
  const lines = new Map<string, number>();
  const note = (node: unknown, path: string): void => {
    if (isSeq(node)) {
      node.items.forEach((item, index) => {
        const inner = join(path, String(index));
        if (isNode(item) && item.range) lines.set(inner, lineAt(item.range[0]));
        note(item, inner);
      });
    } else if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const inner = join(path, String(key.value));
        // the line of the key, for its value may be empty or begin on the next
        if (key.range) lines.set(inner, lineAt(key.range[0]));
        note(value, inner);
      }
    }
  };
  note(document.contents, '');
  const value: unknown = document.toJS();
  return { value, lines, problems: [] };
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** What keeps a text from being YAML: each field written twice, or the first mistake, since it breaks all that follows. */
function mistakes(document: Document.Parsed): { message: string; offset: number }[] {
  const twice = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const broken = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY').slice(0, 1);
  return [...broken, ...twice].map(({ message, pos: [offset] }) => ({
    message,
    offset: quoteBefore(document, offset),
  }));
}

/** Where the quoted text began that ends at an offset: a quote that never closes is noticed only at the end of the file. */
function quoteBefore(document: Document.Parsed, offset: number): number {
  let start = offset;
  visit(document, {
    Scalar(_, { type, range }) {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (quoted && range && range[0] <= offset && offset <= range[1]) start = range[0];
    },
  });
  return start;
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
