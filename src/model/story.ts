// Reads the sections of the article: their steps, the scenes these show, and what they cite.
import { parseDocument } from 'yaml';
import type { ContentFile } from './document.ts';
import { unknown, type Problem } from './problems.ts';
import { tags, type Tag } from './tags.ts';

/** One passage of prose that shows one scene. */
export interface StoryStep {
  /** its address on the page, without # */
  readonly id: string;
  readonly chart: string;
  readonly scene: string;
  readonly title: string;
  readonly line: number;
}

/** A chart that has a stage. */
export interface StagedChart {
  readonly id: string;
  readonly line: number;
}

/** One file of content/story. */
export interface Section {
  readonly file: string;
  /** the file's name without its number and ending */
  readonly id: string;
  readonly title: string;
  readonly steps: readonly StoryStep[];
  /** the charts that have a stage here */
  readonly charts: readonly StagedChart[];
}

/** A name in the story that has to exist elsewhere. */
export interface Citation {
  readonly tag: 'Ref' | 'Term' | 'Scrolly' | 'Step';
  readonly file: string;
  readonly line: number;
  /** of the step it stands in, or of the section */
  readonly within: string;
  readonly id: string;
}

export interface Story {
  /** in the order of their file names */
  readonly sections: readonly Section[];
  /** ids of the entries cited, in the order of first citation: a note's number is its index + 1 */
  readonly notes: readonly string[];
  /** every name the story uses, for `network` to look up */
  readonly citations: readonly Citation[];
  /** what is wrong in the story itself; `network` throws it together with its own problems */
  readonly problems: readonly Problem[];
}

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  Scrolly: ['chart'],
  Step: ['id', 'scene', 'title'],
  Ref: ['to'],
  Term: ['id'],
};

interface Reading extends Omit<Story, 'notes' | 'sections'> {
  readonly section: Section;
}

/** What a tag lacks or has too much. */
function tagProblems({
  name,
  attributes,
  legible,
}: Tag): readonly { field: string | null; message: string }[] {
  if (!legible) {
    return [
      {
        field: null,
        message: `<${name}> cannot be read. Write each attribute as name="value" and end the tag with >.`,
      },
    ];
  }
  const allowed = ATTRIBUTES[name] ?? [];
  const example = `<${name} ${allowed.map((attribute) => `${attribute}="…"`).join(' ')}>`;
  const missing = allowed
    .filter((attribute) => !attributes.get(attribute))
    .map((attribute) => ({ field: attribute, message: `is missing or empty. Write ${example}.` }));
  const misspelt = [...attributes.keys()]
    .filter((attribute) => !allowed.includes(attribute))
    .map((attribute) => ({
      field: attribute,
      message: `${unknown('attribute', attribute, allowed)} Write ${example}.`,
    }));
  return [...missing, ...misspelt];
}

interface Frontmatter {
  readonly title: string | null;
  readonly body: string;
  /** the line on which the body begins */
  readonly firstLine: number;
  readonly broken: boolean;
}

function frontmatter(text: string): Frontmatter {
  const [whole = '', inside = ''] = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text) ?? [];
  const document = parseDocument(inside, { prettyErrors: false });
  const value: unknown = document.errors.length > 0 ? null : document.toJS();
  const title: unknown = typeof value === 'object' && value !== null && 'title' in value ? value.title : null;
  return {
    title: typeof title === 'string' && title !== '' ? title : null,
    body: text.slice(whole.length),
    firstLine: whole.split('\n').length,
    broken: document.errors.length > 0,
  };
}

function readSection({ path: file, text }: ContentFile): Reading {
  const id = file
    .replace(/^.*\//, '')
    .replace(/^\d+-/, '')
    .replace(/\.mdx$/, '');
  const { title, body, firstLine, broken } = frontmatter(text.replace(/\r\n/g, '\n'));
  const problems: Problem[] = [];
  if (broken || title === null) {
    const message = broken
      ? 'is no YAML. Check the lines between the two ---.'
      : 'is missing. Begin the file with ---, title: …, ---.';
    problems.push({ file, line: 1, id, field: broken ? null : 'title', message });
  }
  const steps: StoryStep[] = [];
  const charts: StagedChart[] = [];
  const citations: Citation[] = [];
  let within = id;
  let stage: string | null = null;
  for (const tag of tags(body, firstLine)) {
    const { name, line, attributes } = tag;
    const add = (field: string | null, message: string): void => {
      problems.push({ file, line, id: attributes.get('id') ?? within, field, message });
    };
    if (tag.closing) {
      if (name === 'Scrolly') stage = null;
      if (name === 'Step') within = id;
      continue;
    }
    const faults = tagProblems(tag);
    for (const { field, message } of faults) add(field, message);
    if (faults.length > 0) continue;
    const value = (attribute: string): string => attributes.get(attribute) ?? '';
    if (name === 'Scrolly') {
      stage = value('chart');
      charts.push({ id: stage, line });
      citations.push({ tag: 'Scrolly', file, line, within, id: stage });
    } else if (name === 'Step') {
      const [chart = '', scene = '', ...more] = value('scene').split('/');
      within = value('id');
      steps.push({ id: within, chart, scene, title: value('title'), line });
      if (scene === '' || more.length > 0) {
        add('scene', `"${value('scene')}" is no address of a scene. Write <chart>/<scene>.`);
      } else {
        citations.push({ tag: 'Step', file, line, within, id: value('scene') });
        if (stage !== null && stage !== chart) {
          add(
            'scene',
            `shows chart "${chart}" on the stage of "${stage}". Move the step into <Scrolly chart="${chart}">.`,
          );
        }
      }
      if (tag.empty) within = id;
    } else if (name === 'Ref' || name === 'Term') {
      citations.push({ tag: name, file, line, within, id: value(name === 'Ref' ? 'to' : 'id') });
    }
  }
  return { section: { file, id, title: title ?? id, steps, charts }, citations, problems };
}

interface Named {
  readonly file: string;
  readonly id: string;
  readonly line: number;
}

/** Names of the story that may stand in it once only. */
function duplicates(names: readonly Named[], field: string, what: string, remedy: string): Problem[] {
  const first = new Map<string, string>();
  return names.flatMap(({ file, id, line }) => {
    const there = first.get(id);
    if (there === undefined) {
      first.set(id, `${file}:${String(line)}`);
      return [];
    }
    return [
      { file, line, id, field, message: `duplicate ${what} "${id}", first used in ${there}. ${remedy}` },
    ];
  });
}

/** Sections and steps are addresses of one page, and a chart has one stage on it. */
function repeated(sections: readonly Section[]): Problem[] {
  const addresses = sections.flatMap(({ file, id, steps }) => [
    { file, id, line: 1 },
    ...steps.map((step) => ({ file, id: step.id, line: step.line })),
  ]);
  const stages = sections.flatMap(({ file, charts }) => charts.map((chart) => ({ file, ...chart })));
  return [
    ...duplicates(addresses, 'id', 'id', 'Give one of the two another id.'),
    ...duplicates(
      stages,
      'chart',
      'stage for the chart',
      'Move its steps there, or give its scenes to another chart.',
    ),
  ];
}

/** The story told by the files in content/story. */
export function story(files: readonly ContentFile[]): Story {
  const readings = files
    .filter(({ path }) => /^content\/story\/[^/]+\.mdx$/.test(path))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map(readSection);
  const sections = readings.map(({ section }) => section);
  const citations = readings.flatMap((reading) => reading.citations);
  const cited = citations.filter(({ tag }) => tag === 'Ref').map(({ id }) => id);
  return {
    sections,
    notes: [...new Set(cited)],
    citations,
    problems: [...readings.flatMap(({ problems }) => problems), ...repeated(sections)],
  };
}
