// The mistakes an editor can make in the finer points of a chart: passages, what is left out, bars, arrows, groups.

import { edit, type Mistake } from './edit.ts';

const RING = 'content/charts/ring.yaml';
const CHAIN = 'content/charts/wertschoepfung.yaml';
const WHOLE = 'content/charts/gesamt.yaml';
const ORACLE = 'content/charts/oracle.yaml';

/** Those mistakes, made in the charts as they are now. They need no build of their own. */
export function chartMistakes(textOf: (path: string) => string): Mistake[] {
  const inChart = (
    name: string,
    file: string,
    field: string,
    before: string | RegExp,
    after: string,
    says: readonly string[],
    scene?: string,
  ): Mistake => {
    const chart = file.replace(/^.*\/(.*)\.yaml$/, '$1');
    const id = scene === undefined ? chart : `${chart}/${scene}`;
    return { name, file, text: edit(textOf(file), before, after), id, field, says, builds: false };
  };

  return [
    inChart('a column without its role', WHOLE, 'roles', 'roles: [Geldgeber, ', 'roles: [', [
      '6 roles for 7 columns. Name one for each column, or none.',
    ]),
    inChart(
      'a passage of an unknown link',
      WHOLE,
      'columns.1',
      /via investoren-vantage-kredit/,
      'via investoren-vantage-kredi',
      ['unknown link "investoren-vantage-kredi". Did you mean "investoren-vantage-kredit"?', 'No scene'],
    ),
    inChart(
      'a passage where the link does not pass',
      WHOLE,
      'columns.0',
      '- [',
      '- [via openai-oracle-cloud, ',
      [
        '"via openai-oracle-cloud": the link does not pass this column, it leads from column 2 to 3.',
        'Take the entry away.',
      ],
    ),
    inChart(
      'a link left out that nobody knows',
      WHOLE,
      'without',
      'without: [stargate-500,',
      'without: [stargate-50,',
      ['unknown link "stargate-50". Did you mean "stargate-500"?', 'content/data/links.yaml'],
      'fluss',
    ),
    inChart(
      'links left out of a list',
      RING,
      'without',
      'links: [nvidia-openai-beteiligung]\n',
      'links: [nvidia-openai-beteiligung]\n    without: [openai-oracle-cloud]\n',
      ['takes links away from "all". Write "links: all", or leave them out of the list.'],
      'zusage',
    ),
    inChart(
      'a bar that turns into an unknown link',
      ORACLE,
      'becomes.oracle-auftraege-aug2025',
      'oracle-auftraege-aug2025: openai-oracle-cloud',
      'oracle-auftraege-aug2025: openai-oracle',
      ['unknown link "openai-oracle".', 'No scene of this chart shows it.'],
    ),
    inChart(
      'a bar that no scene draws',
      ORACLE,
      'becomes.oracle-schulden-nov2025',
      'oracle-auftraege-aug2025: openai-oracle-cloud',
      'oracle-schulden-nov2025: openai-oracle-cloud',
      ['unknown figure "oracle-schulden-nov2025".', 'No scene of this chart draws its bar.'],
    ),
    inChart(
      'an arrow that nothing bears out',
      CHAIN,
      'arrows',
      'by: [skhynix-asml-euv]',
      'by: [skhynix-asml]',
      ['arrow "belichtung-speicher", by: unknown entry "skhynix-asml".'],
    ),
    inChart('an arrow from nowhere', CHAIN, 'arrows', 'source: rechenzentren', 'source: rechenzentrum', [
      'unknown node "rechenzentrum". Did you mean "rechenzentren"?',
    ]),
    inChart('an unknown member of a group', CHAIN, 'groups', 'of: [tsmc,', 'of: [tsmmc,', [
      'unknown node "tsmmc". Did you mean "tsmc"?',
    ]),
    inChart('arrows in a chart that is to scale', CHAIN, 'arrows', 'schematic: true', 'schematic: false', [
      'are for schematic charts. Write "schematic: true".',
    ]),
    inChart(
      'all links in a schematic scene',
      CHAIN,
      'links',
      'links: [abos, miete]',
      'links: all',
      ['"all" are the links of the record. Name the arrows to show.'],
      'dienste',
    ),
  ];
}
