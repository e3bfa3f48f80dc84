// Can every scene be drawn? Names that have to exist, nodes that need a column, links that must not stand together.
import { PASSING, type Chart, type Scene } from './chart.ts';
import { isBefore } from './date.ts';
import { missing } from './data-checks.ts';
import { problemAt, type Entries } from './entries.ts';
import { unknown, type Problem } from './problems.ts';
import { shownLinks } from './choice.ts';
import { figureDollars } from './value.ts';

/** What is wrong in the charts. */
export function chartProblems(entries: Entries): Problem[] {
  return entries.charts.flatMap((chart) => [
    ...columnProblems(entries, chart),
    ...roleProblems(entries, chart),
    ...namedLinkProblems(entries, chart),
    ...becomesProblems(entries, chart),
    ...schematicProblems(entries, chart),
    ...chart.scenes.flatMap((scene, index) => sceneProblems(entries, chart, scene, index)),
  ]);
}

function at(entries: Entries, chart: Chart, id: string, field: string, message: string): Problem[] {
  const place = entries.places.get(`charts/${chart.id}`);
  return place ? [problemAt(place, id, field, message)] : [];
}

/** Ids of the links that the scenes of a chart show, or of its arrows. */
function linksShown(entries: Entries, chart: Chart, scenes: readonly Scene[] = chart.scenes): string[] {
  const links = new Map(entries.links.map((link) => [link.id, link]));
  return [...new Set(scenes.flatMap((scene) => shownLinks(chart, scene, links)))];
}

function columnProblems(entries: Entries, chart: Chart): Problem[] {
  const seen = new Set<string>();
  const groups = chart.groups.map(({ id }) => id);
  return chart.columns.flatMap((nodes, column) =>
    nodes.flatMap((id) => {
      if (id.startsWith(PASSING)) return [];
      const field = `columns.${String(column)}`;
      const node = entries.nodes.find((one) => one.id === id);
      const twice = seen.has(id);
      seen.add(id);
      return [
        ...(groups.includes(id) ? [] : missing(entries, `charts/${chart.id}`, field, 'node', 'nodes', [id])),
        ...(twice
          ? at(entries, chart, chart.id, field, `node "${id}" stands twice. Keep it in one column.`)
          : []),
        ...(node && (node.type === 'place' || node.type === 'measure')
          ? at(
              entries,
              chart,
              chart.id,
              field,
              `"${id}" is a ${node.type}. Only companies and groups are drawn.`,
            )
          : []),
      ];
    }),
  );
}

function roleProblems(entries: Entries, chart: Chart): Problem[] {
  const [roles, columns] = [chart.roles.length, chart.columns.length];
  if (roles === 0 || roles === columns) return [];
  const message = `${String(roles)} roles for ${String(columns)} columns. Name one for each column, or none.`;
  return at(entries, chart, chart.id, 'roles', message);
}

/** Links that `sides` and `via` name: shown in the chart, and, for a passage, between the columns of its ends. */
function namedLinkProblems(entries: Entries, chart: Chart): Problem[] {
  const shown = linksShown(entries, chart);
  const unshown = (field: string, id: string) =>
    at(entries, chart, chart.id, field, `${unknown('link', id, shown)} No scene of this chart shows it.`);
  const ends = new Map(
    [...entries.links, ...chart.arrows].map(({ id, source, target }) => [id, [source, target]]),
  );
  const columnOf = (node: string | undefined) => chart.columns.findIndex((ids) => ids.includes(node ?? ''));
  const passages = chart.columns.flatMap((ids, column) =>
    ids
      .filter((id) => id.startsWith(PASSING))
      .flatMap((entry, place, all) => {
        const id = entry.slice(PASSING.length);
        const field = `columns.${String(column)}`;
        if (!shown.includes(id)) return unshown(field, id);
        const [source, target] = (ends.get(id) ?? []).map(columnOf);
        const passes = source !== undefined && target !== undefined && source < column && column < target;
        if (passes && all.indexOf(entry) === place) return [];
        return at(
          entries,
          chart,
          chart.id,
          field,
          passes
            ? `"${entry}" stands twice in this column. Name it once.`
            : `"${entry}": the link does not pass this column, it leads from column ${String(source)} to ${String(target)}. Take the entry away.`,
        );
      }),
  );
  return [
    ...passages,
    ...Object.keys(chart.sides)
      .filter((id) => !shown.includes(id))
      .flatMap((id) => unshown(`sides.${id}`, id)),
  ];
}

/** Bars that turn into flows: both are drawn in this chart. */
function becomesProblems(entries: Entries, chart: Chart): Problem[] {
  const links = linksShown(entries, chart);
  const figures = chart.scenes.flatMap((scene) => scene.figures);
  return Object.entries(chart.becomes).flatMap(([figure, link]) =>
    [
      { what: 'figure', id: figure, shown: figures, says: 'No scene of this chart draws its bar.' },
      { what: 'link', id: link, shown: links, says: 'No scene of this chart shows it.' },
    ]
      .filter(({ id, shown }) => !shown.includes(id))
      .flatMap(({ what, id, shown, says }) =>
        at(entries, chart, chart.id, `becomes.${figure}`, `${unknown(what, id, shown)} ${says}`),
      ),
  );
}

/** Groups and arrows: of a schematic chart only, each name once, and each arrow borne out by the record. */
function schematicProblems(entries: Entries, chart: Chart): Problem[] {
  const { groups, arrows, schematic } = chart;
  const say = (field: string, message: string) => at(entries, chart, chart.id, field, message);
  if (!schematic)
    return [
      ...(groups.length > 0 ? say('groups', 'are for schematic charts. Write "schematic: true".') : []),
      ...(arrows.length > 0 ? say('arrows', 'are for schematic charts. Write "schematic: true".') : []),
    ];
  const nodes = entries.ids.get('nodes') ?? [];
  const known = new Set(
    (['links', 'figures', 'statements'] as const).flatMap((list) => entries.ids.get(list) ?? []),
  );
  const twice = (ids: readonly string[], field: string, what: string) =>
    ids
      .filter((id, place) => ids.indexOf(id) < place)
      .flatMap((id) => say(field, `${what} "${id}" stands twice. Give one of the two another id.`));
  const ends = [...nodes, ...groups.map(({ id }) => id)];
  return [
    ...twice(
      groups.map(({ id }) => id),
      'groups',
      'group',
    ),
    ...twice(
      arrows.map(({ id }) => id),
      'arrows',
      'arrow',
    ),
    ...groups
      .filter(({ id }) => nodes.includes(id))
      .flatMap(({ id }) => say('groups', `group "${id}" has the id of a node. Give it one of its own.`)),
    ...groups.flatMap(({ of }) => missing(entries, `charts/${chart.id}`, 'groups', 'node', 'nodes', of)),
    ...arrows.flatMap(({ id, source, target, by }) => [
      ...[source, target]
        .filter((end) => !ends.includes(end))
        .flatMap((end) => say('arrows', `arrow "${id}": ${unknown('node', end, ends)}`)),
      ...by
        .filter((name) => known.size > 0 && !known.has(name))
        .flatMap((name) => say('arrows', `arrow "${id}", by: ${unknown('entry', name, [...known])}`)),
    ]),
    ...chart.scenes
      .filter(({ form, figures }) => form === 'bars' || figures.length > 0)
      .flatMap(({ id }) =>
        say('scenes', `scene "${id}" draws bars, which are to scale. Give them a chart of their own.`),
      ),
  ];
}

function sceneProblems(entries: Entries, chart: Chart, scene: Scene, index: number): Problem[] {
  const { id, form, figures, focus } = scene;
  const links = linksShown(entries, chart, [scene]);
  const say = (field: string, message: string) =>
    at(entries, chart, `${chart.id}/${id}`, `scenes.${String(index)}.${field}`, message).map((problem) => ({
      ...problem,
      field,
    }));
  const named = { links: scene.links === 'all' ? [] : scene.links, figures, without: scene.without };
  const unknowns = (field: 'links' | 'figures' | 'without', what: string) => {
    const list = field === 'figures' ? 'figures' : 'links';
    const arrows = chart.schematic && list === 'links';
    const known = arrows ? chart.arrows.map((arrow) => arrow.id) : entries.ids.get(list);
    // nothing is said of a list that could not be read
    if (!known) return [];
    const where = arrows ? 'under "arrows" of this chart' : `in content/data/${list}.yaml`;
    return named[field]
      .filter((name) => !known.includes(name))
      .flatMap((name) => say(field, `${unknown(what, name, known)} The known ones are ${where}.`));
  };
  const repeated = (field: 'links' | 'figures' | 'without') =>
    named[field]
      .filter((name, place) => named[field].indexOf(name) < place)
      .flatMap((name) => say(field, `names "${name}" twice: its sum would count double. Name it once.`));
  const first = chart.scenes.findIndex((other) => other.id === id);
  return [
    ...(first < index
      ? say('id', `duplicate id "${id}" in this chart. Give one of the two scenes another.`)
      : []),
    ...(form === 'bars' && figures.length === 0
      ? say('figures', 'is empty. Name the figures to draw as bars.')
      : []),
    ...(scene.links === 'all' && chart.schematic
      ? say('links', '"all" are the links of the record. Name the arrows to show.')
      : []),
    ...(scene.links !== 'all' && scene.without.length > 0
      ? say('without', 'takes links away from "all". Write "links: all", or leave them out of the list.')
      : []),
    ...(form !== 'bars' && links.length === 0 ? say('links', 'is empty. Name the links to show.') : []),
    ...repeated('links'),
    ...repeated('figures'),
    ...repeated('without'),
    ...unknowns('links', 'link'),
    ...unknowns('without', 'link'),
    ...unknowns('figures', 'figure'),
    ...links.flatMap((name) =>
      shownLinkProblems(entries, chart, scene, links, name).flatMap((text) => say('links', text)),
    ),
    ...figures.flatMap((name) =>
      shownFigureProblems(entries, chart, name).flatMap((text) => say('figures', text)),
    ),
    ...focus
      .filter((name) => !links.includes(name))
      .flatMap((name) =>
        say('focus', `${unknown('link', name, links)} Name one of the links this scene shows.`),
      ),
  ];
}

function shownLinkProblems(
  entries: Entries,
  chart: Chart,
  scene: Scene,
  links: readonly string[],
  id: string,
): string[] {
  const arrow = chart.schematic ? chart.arrows.find((one) => one.id === id) : undefined;
  const link = chart.schematic ? undefined : entries.links.find((one) => one.id === id);
  const standing = chart.columns.flat();
  const begun = link?.history[0]?.date;
  const homeless = [arrow ?? link]
    .flatMap((one) => (one ? [one.source, one.target] : []))
    .filter((node) => !standing.includes(node));
  return [
    ...homeless.map(
      (node) => `"${id}" leads to or from "${node}", which has no column. Add it to "columns" of this chart.`,
    ),
    ...(link?.replaces != null && links.includes(link.replaces)
      ? [`"${id}" took the place of "${link.replaces}": the sum would count both. Show one of the two.`]
      : []),
    ...(scene.asOf !== null && begun !== undefined && isBefore(scene.asOf, begun)
      ? [`"${id}" was not known before ${begun}. Show it from then on, or make "asOf" later.`]
      : []),
  ];
}

function shownFigureProblems(entries: Entries, chart: Chart, id: string): string[] {
  const figure = entries.figures.find((one) => one.id === id);
  if (!figure) return [];
  const sum = figureDollars(figure, new Map(entries.figures.map((one) => [one.id, one])));
  return [
    ...(sum !== null && sum > 0
      ? []
      : [
          `"${id}" is no sum above zero, in US dollars or with a rate in the record. Only such are drawn as bars.`,
        ]),
    ...(chart.columns.flat().includes(figure.node)
      ? []
      : [`"${id}" belongs to "${figure.node}", which has no column. Add it to "columns" of this chart.`]),
  ];
}
