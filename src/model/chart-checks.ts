// Can every scene be drawn? Names that have to exist, nodes that need a column, links that must not stand together.
import type { Chart, Scene } from './chart.ts';
import { isBefore } from './date.ts';
import { missing } from './data-checks.ts';
import { problemAt, type Entries } from './entries.ts';
import { unknown, type Problem } from './problems.ts';
import { figureDollars } from './value.ts';

/** What is wrong in the charts. */
export function chartProblems(entries: Entries): Problem[] {
  return entries.charts.flatMap((chart) => [
    ...columnProblems(entries, chart),
    ...sideProblems(entries, chart),
    ...chart.scenes.flatMap((scene, index) => sceneProblems(entries, chart, scene, index)),
  ]);
}

function at(entries: Entries, chart: Chart, id: string, field: string, message: string): Problem[] {
  const place = entries.places.get(`charts/${chart.id}`);
  return place ? [problemAt(place, id, field, message)] : [];
}

function columnProblems(entries: Entries, chart: Chart): Problem[] {
  const seen = new Set<string>();
  return chart.columns.flatMap((nodes, column) =>
    nodes.flatMap((id) => {
      const field = `columns.${String(column)}`;
      const node = entries.nodes.find((one) => one.id === id);
      const twice = seen.has(id);
      seen.add(id);
      return [
        ...missing(entries, `charts/${chart.id}`, field, 'node', 'nodes', [id]),
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

function sideProblems(entries: Entries, chart: Chart): Problem[] {
  const shown = [...new Set(chart.scenes.flatMap(({ links }) => links))];
  return Object.keys(chart.sides)
    .filter((id) => !shown.includes(id))
    .flatMap((id) =>
      at(
        entries,
        chart,
        chart.id,
        `sides.${id}`,
        `${unknown('link', id, shown)} No scene of this chart shows it.`,
      ),
    );
}

function sceneProblems(entries: Entries, chart: Chart, scene: Scene, index: number): Problem[] {
  const { id, form, links, figures, focus } = scene;
  const say = (field: string, message: string) =>
    at(entries, chart, `${chart.id}/${id}`, `scenes.${String(index)}.${field}`, message).map((problem) => ({
      ...problem,
      field,
    }));
  const unknowns = (field: 'links' | 'figures', what: string) => {
    const known = entries.ids.get(field);
    // nothing is said of a list that could not be read
    if (!known) return [];
    return scene[field]
      .filter((name) => !known.includes(name))
      .flatMap((name) =>
        say(field, `${unknown(what, name, known)} The known ones are in content/data/${field}.yaml.`),
      );
  };
  const repeated = (field: 'links' | 'figures') =>
    scene[field]
      .filter((name, place) => scene[field].indexOf(name) < place)
      .flatMap((name) => say(field, `names "${name}" twice: its sum would count double. Name it once.`));
  const first = chart.scenes.findIndex((other) => other.id === id);
  return [
    ...(first < index
      ? say('id', `duplicate id "${id}" in this chart. Give one of the two scenes another.`)
      : []),
    ...(form === 'bars' && figures.length === 0
      ? say('figures', 'is empty. Name the figures to draw as bars.')
      : []),
    ...(form !== 'bars' && links.length === 0 ? say('links', 'is empty. Name the links to show.') : []),
    ...repeated('links'),
    ...repeated('figures'),
    ...unknowns('links', 'link'),
    ...unknowns('figures', 'figure'),
    ...links.flatMap((name) =>
      shownLinkProblems(entries, chart, scene, name).flatMap((text) => say('links', text)),
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

function shownLinkProblems(entries: Entries, chart: Chart, scene: Scene, id: string): string[] {
  const link = entries.links.find((one) => one.id === id);
  if (!link) return [];
  const standing = chart.columns.flat();
  const begun = link.history[0]?.date;
  const homeless = [link.source, link.target].filter((node) => !standing.includes(node));
  return [
    ...homeless.map(
      (node) => `"${id}" leads to or from "${node}", which has no column. Add it to "columns" of this chart.`,
    ),
    ...(link.replaces !== null && scene.links.includes(link.replaces)
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
