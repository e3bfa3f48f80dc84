// Does the story name only what exists? Charts, scenes, entries cited and terms.
import type { Entries } from './entries.ts';
import { unknown, type Problem } from './problems.ts';
import type { Citation, Story } from './story.ts';

/** What the story names and nothing is. */
export function storyProblems(entries: Entries, story: Story): Problem[] {
  /** Null where one of the lists could not be read: then nothing is known to be missing. */
  const ids = (...lists: Parameters<Entries['ids']['get']>[0][]): readonly string[] | null => {
    const found = lists.map((list) => entries.ids.get(list) ?? null);
    return found.includes(null) ? null : found.flatMap((list) => list ?? []);
  };
  const scenes = entries.charts.flatMap((chart) => chart.scenes.map((scene) => `${chart.id}/${scene.id}`));
  const drawn = entries.charts.map(({ id }) => id);
  const known: Readonly<
    Record<
      Citation['tag'],
      readonly [what: string, field: string, names: readonly string[] | null, where: string]
    >
  > = {
    Ref: ['entry', 'to', ids('links', 'figures', 'statements', 'precedents'), 'Entries are in content/data.'],
    Term: ['term', 'id', ids('glossary'), 'Terms are in content/data/glossary.yaml.'],
    Scrolly: ['chart', 'chart', ids('charts'), 'Charts are the files of content/charts.'],
    Step: ['scene', 'scene', scenes, 'Scenes are in the files of content/charts.'],
  };
  return story.citations.flatMap(({ tag, file, line, within, id }) => {
    const [what, field, names, where] = known[tag];
    // Of a chart that is itself at fault, the scenes are not known; its own problems are told.
    const chart = id.split('/')[0] ?? '';
    const faulty = tag === 'Step' && entries.ids.get('charts')?.includes(chart) && !drawn.includes(chart);
    if (names === null || names.includes(id) || faulty) return [];
    return [{ file, line, id: within, field, message: `${unknown(what, id, names)} ${where}` }];
  });
}
