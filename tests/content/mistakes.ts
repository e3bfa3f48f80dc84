// The mistakes an editor can make: each as an edit of the real content, with what the build has to answer.
import type { ContentFile } from '../../src/model/document.ts';
import { chartMistakes } from './chart-mistakes.ts';
import { edit, type Mistake } from './edit.ts';

const LINKS = 'content/data/links.yaml';
const RING = 'content/charts/ring.yaml';

/** The text with one place in one entry of a list written differently. */
function editEntry(text: string, id: string, before: string | RegExp, after: string): string {
  const start = text.indexOf(`- id: ${id}\n`);
  if (start < 0) throw new Error(`The content has no entry ${id} any more.`);
  const next = text.indexOf('\n- id: ', start);
  const end = next < 0 ? text.length : next;
  return text.slice(0, start) + edit(text.slice(start, end), before, after) + text.slice(end);
}

/** All mistakes, made in the content as it is now. */
export function mistakes(files: readonly ContentFile[]): Mistake[] {
  const textOf = (path: string): string => files.find((file) => file.path === path)?.text ?? '';
  const links = textOf(LINKS);
  const ring = textOf(RING);
  const told = files.find(({ text }) => /<Step [\s\S]*<Step /.test(text));
  const story = told?.text ?? '';
  const [step = '', second = ''] = [...story.matchAll(/<Step id="([^"]+)"/g)].map(([, id = '']) => id);

  const inLink = (
    name: string,
    field: string,
    before: string | RegExp,
    after: string,
    says: readonly string[],
    id = 'openai-oracle-cloud',
  ): Mistake => ({
    name,
    file: LINKS,
    text: editEntry(links, id, before, after),
    id,
    field,
    says,
    builds: true,
  });

  const inRing = (
    name: string,
    id: string,
    field: string,
    before: string | RegExp,
    after: string,
    says: readonly string[],
    builds = false,
  ): Mistake => ({ name, file: RING, text: edit(ring, before, after), id, field, says, builds });

  const inStory = (
    name: string,
    id: string,
    field: string,
    before: string | RegExp,
    after: string,
    says: readonly string[],
    builds = false,
  ): Mistake => ({
    name,
    file: told?.path ?? '',
    text: edit(story, before, after),
    id,
    field,
    says,
    builds,
  });

  const section = (told?.path ?? '').replace(/^.*\/\d+-(.*)\.mdx$/, '$1');
  const amount = 'must be a number above zero, or null where none is public.';

  return [
    inLink('an unknown node', 'target', 'target: oracle', 'target: orcale', [
      'unknown node "orcale". Did you mean "oracle"?',
      'content/data/nodes.yaml',
    ]),
    inLink(
      'an unknown reference',
      'references',
      /references:\n {4}- \S+/,
      'references:\n    - nirgends-2025',
      ['unknown reference "nirgends-2025".', 'content/data/references.yaml'],
    ),
    inLink('a link without a reference', 'references', /references:\n( {4}- \S+\n)+/, 'references: []\n', [
      'has no reference. Name at least one, or write "unproven: true"',
    ]),
    {
      ...inLink(
        'an id used twice',
        'id',
        'id: openai-microsoft-azure',
        'id: openai-oracle-cloud',
        [
          'duplicate id "openai-oracle-cloud", first used in content/data/links.yaml:',
          'Give one of the two another id.',
        ],
        'openai-microsoft-azure',
      ),
      id: 'openai-oracle-cloud',
    },
    inLink('a negative amount', 'history.0.amount', 'amount: 300', 'amount: -300', [amount, 'Found -300.']),
    inLink('an amount of zero', 'history.0.amount', 'amount: 300', 'amount: 0', [amount, 'Found 0.']),
    inLink('an amount in words', 'history.0.amount', 'amount: 300', 'amount: 300 Mrd.', [
      amount,
      'Found "300 Mrd.".',
    ]),
    inLink('an amount that is no number', 'history.0.amount', 'amount: 300', 'amount: .nan', [amount]),
    {
      ...inLink(
        'a firm part of an exact amount',
        'history.0.firm',
        'amount: 300',
        'amount: 300\n      firm: 20',
        [
          '20 is a part of an amount "up_to" of at least as much.',
          'Correct the part, the amount or the qualifier.',
        ],
      ),
      builds: false,
    },
    inLink('an unknown kind', 'kind', 'kind: cloud', 'kind: clowd', [
      'unknown kind "clowd". Did you mean "cloud"? Allowed are "equity", "cloud"',
    ]),
    inLink('an unknown status', 'history.0.status', 'status: reported', 'status: reportet', [
      'unknown status "reportet". Did you mean "reported"? Allowed are "planned"',
    ]),
    inLink('an unknown currency', 'currency', 'currency: USD', 'currency: DM', [
      'unknown currency "DM". Allowed are "USD", "EUR", "GBP".',
    ]),
    inLink('an unknown qualifier', 'history.0.qualifier', 'qualifier: about', 'qualifier: abut', [
      'unknown qualifier "abut". Did you mean "about"?',
    ]),
    inLink('a day that does not exist', 'history.0.date', 'date: 2025-09-10', 'date: 2025-02-30', [
      'is no date of the calendar. Write YYYY-MM-DD, YYYY-MM or a year in quotes. Found "2025-02-30".',
    ]),
    inLink(
      'a term that ends before it starts',
      'end',
      "end: '2029'",
      "end: '2020'",
      ['the term ends (2020) before it starts (2026). Correct one of the two dates.'],
      'microsoft-indien',
    ),
    inLink('a misspelt field', 'traget', 'target: oracle', 'traget: oracle', [
      'unknown field "traget". Did you mean "target"? Fields here are "id", "source"',
    ]),
    {
      ...inLink('a text that is no YAML', '', 'kind: cloud', 'kind: "cloud', ['broken YAML', 'quotes']),
      id: null,
      field: null,
    },
    {
      ...inLink('states out of order', 'history.1.date', 'date: 2025-12-12', 'date: 2025-06-12', [
        '2025-06-12 stands after 2025-09-10. Put the states in the order of their dates.',
      ]),
      builds: false,
    },
    inRing(
      'a scene that shows an unknown link',
      'ring/zusage',
      'links',
      'links: [nvidia-openai-beteiligung]',
      'links: [nvidia-openai-beteiligun]',
      [
        'unknown link "nvidia-openai-beteiligun". Did you mean "nvidia-openai-beteiligung"?',
        'content/data/links.yaml',
      ],
      true,
    ),
    inRing(
      'a scene that shows an unknown figure',
      'ring/umsatz',
      'figures',
      'figures: [nvidia-umsatz-gj2026]',
      'figures: [nvidia-umsatz]',
      ['unknown figure "nvidia-umsatz".', 'content/data/figures.yaml'],
    ),
    inRing(
      'a return link into a node without a column',
      'ring/geschlossen',
      'links',
      '  - [nvidia]\n',
      '',
      [
        '"oracle-nvidia-abilene" leads to or from "nvidia", which has no column. Add it to "columns" of this chart.',
      ],
      true,
    ),
    inRing('an unknown node in a column', 'ring', 'columns.0', '- [nvidia]', '- [nvidia, nvidai]', [
      'unknown node "nvidai". Did you mean "nvidia"?',
    ]),
    inRing('a node in two columns', 'ring', 'columns.1', '- [openai]', '- [openai, nvidia]', [
      'node "nvidia" stands twice. Keep it in one column.',
    ]),
    inRing('a place in a column', 'ring', 'columns.0', '- [nvidia]', '- [nvidia, usa]', [
      '"usa" is a place. Only companies and groups are drawn.',
    ]),
    inRing(
      'a link beside the one it replaces',
      'ring/stand',
      'links',
      'links: [nvidia-openai-30,',
      'links: [nvidia-openai-30, nvidia-openai-beteiligung,',
      ['"nvidia-openai-30" took the place of "nvidia-openai-beteiligung"', 'Show one of the two.'],
    ),
    inRing(
      'a scene before the day of its link',
      'ring/zusage',
      'links',
      /(id: zusage[\s\S]*?asOf: )[\d-]+/,
      '$12025-09-21',
      ['"nvidia-openai-beteiligung" was not known before 2025-09-22.', 'make "asOf" later'],
    ),
    inRing(
      'a day of a scene that does not exist',
      'ring/zusage',
      'asOf',
      /(id: zusage[\s\S]*?asOf: )[\d-]+/,
      '$12025-09-31',
      ['is no day of the calendar. Write YYYY-MM-DD. Found "2025-09-31".'],
    ),
    inRing('an unknown form', 'ring/umsatz', 'form', 'form: bars', 'form: pie', [
      'unknown form "pie". Allowed are "sankey", "bars", "chord".',
    ]),
    ...chartMistakes(textOf),
    inStory(
      'a step that shows an unknown scene',
      step,
      'scene',
      /(<Step [^>]*scene="[^"]+)"/,
      '$1x"',
      ['unknown scene', 'Did you mean', 'content/charts'],
      true,
    ),
    inStory(
      'a stage for an unknown chart',
      section,
      'chart',
      /<Scrolly chart="[^"]+"/,
      '<Scrolly chart="nirgends"',
      ['unknown chart "nirgends". Charts are the files of content/charts.'],
    ),
    inStory('an unknown entry cited', step, 'to', /<Ref to="[^"]+"/, '<Ref to="nirgends"', [
      'unknown entry "nirgends".',
      'content/data',
    ]),
    inStory('an unknown term', step, 'id', /<Ref to="/, '<Term id="hbmm">HBM</Term><Ref to="', [
      'unknown term "hbmm". Did you mean "hbm"?',
      'content/data/glossary.yaml',
    ]),
    inStory('two steps of one address', step, 'id', `<Step id="${second}"`, `<Step id="${step}"`, [
      `duplicate id "${step}", first used in ${told?.path ?? ''}:`,
    ]),
    inStory('a misspelt attribute', step, 'titel', /(<Step [^>]*?) title="/, '$1 titel="', [
      'unknown attribute "titel". Did you mean "title"?',
    ]),
    {
      name: 'a word of the interface that is missing',
      file: 'content/ui.yaml',
      text: edit(textOf('content/ui.yaml'), /^ {2}cancelled: .*\n/m, ''),
      id: 'ui',
      field: 'statuses.cancelled',
      says: ['is missing'],
      builds: false,
    },
  ];
}
