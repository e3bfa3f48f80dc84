// Reads the files of the content folder as typed entries, each with the place where it stands.
import type { z } from 'zod';
import { chartSchema, type Chart } from './chart.ts';
import { lineOf, yamlDocument, type ContentFile, type Lines } from './document.ts';
import {
  figureSchema,
  precedentSchema,
  statementSchema,
  termSchema,
  type Figure,
  type Precedent,
  type Statement,
  type Term,
} from './facts.ts';
import { checked } from './issues.ts';
import type { Problem } from './problems.ts';
import {
  linkSchema,
  nodeSchema,
  referenceSchema,
  uiSchema,
  type Link,
  type Node,
  type Reference,
  type Ui,
} from './schema.ts';

/** The lists of content/data; each is a file of that name. */
export type List = 'nodes' | 'links' | 'figures' | 'statements' | 'precedents' | 'references' | 'glossary';

/** Where an entry stands. */
export interface Place {
  readonly file: string;
  /** of its parts, by their path in the file */
  readonly lines: Lines;
  /** path of the entry in the file; '' where it is the file */
  readonly path: string;
}

/** All that the content folder holds, apart from the story. */
export interface Entries {
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
  readonly figures: readonly Figure[];
  readonly statements: readonly Statement[];
  readonly precedents: readonly Precedent[];
  readonly references: readonly Reference[];
  readonly glossary: readonly Term[];
  readonly charts: readonly Chart[];
  /** null where content/ui.yaml is missing or wrong */
  readonly ui: Ui | null;
  /** by `<list>/<id>`, such as links/openai-oracle-cloud or charts/ring */
  readonly places: ReadonlyMap<string, Place>;
  /** all ids of a list, those of faulty entries too; null where its file could not be read */
  readonly ids: ReadonlyMap<List | 'charts', readonly string[] | null>;
  /** what the schemas object to, and ids used twice; `network` throws them together with its own */
  readonly problems: readonly Problem[];
}

interface Reading<T> {
  readonly entries: readonly T[];
  readonly ids: readonly string[] | null;
  readonly places: readonly (readonly [string, Place])[];
  readonly problems: readonly Problem[];
}

/** A problem of an entry: `field` is a path inside it. */
export function problemAt(place: Place, id: string, field: string | null, message: string): Problem {
  const path = [place.path, field ?? ''].filter((part) => part !== '').join('.');
  return { file: place.file, line: lineOf(place.lines, path), id, field, message };
}

function fileProblem(file: string, message: string): Problem {
  return { file, line: 1, id: null, field: null, message };
}

function idOf(value: unknown): string | null {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id : null;
}

function readList<T>(files: readonly ContentFile[], list: List, schema: z.ZodType<T>): Reading<T> {
  const path = `content/data/${list}.yaml`;
  const nothing = { entries: [], ids: null, places: [] };
  const file = files.find((one) => one.path === path);
  if (!file) return { ...nothing, problems: [fileProblem(path, 'is missing. Restore the file.')] };
  const { value, lines, problems: broken } = yamlDocument(file);
  if (broken.length > 0) return { ...nothing, problems: broken };
  if (!Array.isArray(value)) {
    return { ...nothing, problems: [fileProblem(path, 'holds no list. Begin each entry with "- id:".')] };
  }
  const entries: T[] = [];
  const ids: string[] = [];
  const places: [string, Place][] = [];
  const problems: Problem[] = [];
  value.forEach((item: unknown, index) => {
    const id = idOf(item);
    const place = { file: path, lines, path: String(index) };
    if (id !== null) {
      ids.push(id);
      places.push([`${list}/${id}`, place]);
    }
    const { entry, objections } = checked(schema, item);
    if (entry !== null) entries.push(entry);
    for (const { path: where, message } of objections) {
      problems.push(
        problemAt(place, id ?? `entry ${String(index + 1)}`, where.map(String).join('.') || null, message),
      );
    }
  });
  return { entries, ids, places, problems };
}

/** Problems of ids used more than once; `lists` share one space of ids. */
function duplicates(readings: readonly (readonly [List, Reading<unknown>])[]): Problem[] {
  const first = new Map<string, Place>();
  return readings.flatMap(([list, { places }]) =>
    places.flatMap(([key, place]) => {
      const id = key.slice(list.length + 1);
      const other = first.get(id);
      if (!other) {
        first.set(id, place);
        return [];
      }
      const there = `${other.file}:${String(lineOf(other.lines, other.path))}`;
      return [
        problemAt(
          place,
          id,
          'id',
          `duplicate id "${id}", first used in ${there}. Give one of the two another id.`,
        ),
      ];
    }),
  );
}

function readChart(file: ContentFile): Reading<Chart> {
  const id = file.path.replace(/^.*\//, '').replace(/\.yaml$/, '');
  const { value, lines, problems: broken } = yamlDocument(file);
  const place = { file: file.path, lines, path: '' };
  const places: [string, Place][] = [[`charts/${id}`, place]];
  if (broken.length > 0) return { entries: [], ids: [id], places, problems: broken };
  const { entry, objections } = checked(chartSchema, value);
  const problems = objections.map(({ path, message }) => {
    const [first, index, ...rest] = path.map(String);
    const scene = first === 'scenes' && Array.isArray((value as { scenes?: unknown }).scenes);
    const problem = problemAt(place, id, path.map(String).join('.') || null, message);
    // a scene is an entry of its own, known by its address
    const list = scene ? (value as { scenes: unknown[] }).scenes : [];
    const name = index === undefined ? null : idOf(list[Number(index)]);
    return name === null ? problem : { ...problem, id: `${id}/${name}`, field: rest.join('.') || null };
  });
  return { entries: entry === null ? [] : [{ ...entry, id }], ids: [id], places, problems };
}

function readUi(files: readonly ContentFile[]): {
  readonly ui: Ui | null;
  readonly problems: readonly Problem[];
} {
  const path = 'content/ui.yaml';
  const file = files.find((one) => one.path === path);
  if (!file) return { ui: null, problems: [fileProblem(path, 'is missing. Restore the file.')] };
  const { value, lines, problems: broken } = yamlDocument(file);
  if (broken.length > 0) return { ui: null, problems: broken };
  const { entry, objections } = checked(uiSchema, value);
  const place = { file: path, lines, path: '' };
  return {
    ui: entry,
    problems: objections.map(({ path: where, message }) =>
      problemAt(place, 'ui', where.map(String).join('.') || null, message),
    ),
  };
}

/** The entries of a content folder. Nothing is thrown here: `network` throws all problems at once. */
export function entries(files: readonly ContentFile[]): Entries {
  const nodes = readList(files, 'nodes', nodeSchema);
  const links = readList(files, 'links', linkSchema);
  const figures = readList(files, 'figures', figureSchema);
  const statements = readList(files, 'statements', statementSchema);
  const precedents = readList(files, 'precedents', precedentSchema);
  const references = readList(files, 'references', referenceSchema);
  const glossary = readList(files, 'glossary', termSchema);
  const charts = files
    .filter(({ path }) => /^content\/charts\/[^/]+\.yaml$/.test(path))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map(readChart);
  const { ui, problems: uiProblems } = readUi(files);
  const readings = [nodes, links, figures, statements, precedents, references, glossary, ...charts];
  return {
    nodes: nodes.entries,
    links: links.entries,
    figures: figures.entries,
    statements: statements.entries,
    precedents: precedents.entries,
    references: references.entries,
    glossary: glossary.entries,
    charts: charts.flatMap((chart) => chart.entries),
    ui,
    places: new Map(readings.flatMap(({ places }) => places)),
    ids: new Map<List | 'charts', readonly string[] | null>([
      ['nodes', nodes.ids],
      ['links', links.ids],
      ['figures', figures.ids],
      ['statements', statements.ids],
      ['precedents', precedents.ids],
      ['references', references.ids],
      ['glossary', glossary.ids],
      ['charts', charts.flatMap((chart) => chart.ids ?? [])],
    ]),
    problems: [
      ...readings.flatMap(({ problems }) => problems),
      ...uiProblems,
      ...duplicates([['nodes', nodes]]),
      ...duplicates([['references', references]]),
      ...duplicates([['glossary', glossary]]),
      // these four are cited by the same tag
      ...duplicates([
        ['links', links],
        ['figures', figures],
        ['statements', statements],
        ['precedents', precedents],
      ]),
    ],
  };
}
