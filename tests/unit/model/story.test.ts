import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/model/problems.ts';
import { story } from '../../../src/model/story.ts';
import { edited, files } from './content.ts';

const path = 'content/story/01-chips.mdx';
const problems = (before: string, after: string): string[] =>
  story(edited(path, before, after)).problems.map(problemText);

describe('story', () => {
  it('reads the steps of a section, with their charts, scenes and lines', () => {
    const { sections, problems: none } = story(files);
    expect(none).toEqual([]);
    expect(sections).toEqual([
      {
        file: path,
        id: 'chips',
        title: 'Chips',
        charts: [{ id: 'ring', line: 5 }],
        steps: [
          { id: 'anfang', chart: 'ring', scene: 'umsatz', title: 'Am Anfang', line: 6 },
          { id: 'kreis', chart: 'ring', scene: 'damals', title: 'Der Kreis', line: 11 },
        ],
      },
    ]);
  });

  it('numbers notes by the first citation', () => {
    expect(story(files).notes).toEqual(['chips-umsatz', 'chips-lab']);
  });

  it('takes sections in the order of their file names, and their notes too', () => {
    const early = {
      path: 'content/story/00-vorher.mdx',
      text: '---\ntitle: Vorher\n---\n<Ref to="sorge" />\n',
    };
    const told = story([...files, early]);
    expect(told.sections.map(({ id }) => id)).toEqual(['vorher', 'chips']);
    expect(told.notes).toEqual(['sorge', 'chips-umsatz', 'chips-lab']);
  });

  it('hands on every name, with the step in which it stands', () => {
    expect(story(files).citations).toContainEqual({
      tag: 'Term',
      file: path,
      line: 8,
      within: 'anfang',
      id: 'hbm',
    });
    expect(story(files).citations.map(({ tag }) => tag)).toEqual([
      'Scrolly',
      'Step',
      'Ref',
      'Term',
      'Step',
      'Ref',
      'Ref',
    ]);
  });

  it('finds an address used twice, by a step or by a section', () => {
    expect(problems('id="kreis"', 'id="anfang"')).toEqual([
      `${path}:11 · anfang · id: duplicate id "anfang", first used in ${path}:6. Give one of the two another id.`,
    ]);
    expect(problems('id="kreis"', 'id="chips"')[0]).toContain(`first used in ${path}:1`);
  });

  it('finds a chart that would have two stages', () => {
    const again = {
      path: 'content/story/02-noch-einmal.mdx',
      text: '---\ntitle: Noch einmal\n---\n<Scrolly chart="ring">\n</Scrolly>\n',
    };
    expect(story([...files, again]).problems.map(problemText)).toEqual([
      `${again.path}:4 · ring · chart: duplicate stage for the chart "ring", first used in ${path}:5. Move its steps there, or give its scenes to another chart.`,
    ]);
  });

  it('objects to attributes that are missing, empty, misspelt or illegible', () => {
    expect(problems(' title="Der Kreis"', '')).toEqual([
      `${path}:11 · kreis · title: is missing or empty. Write <Step id="…" scene="…" title="…">.`,
    ]);
    expect(problems('to="chips-lab"', 'to=""')[0]).toContain('to: is missing or empty');
    expect(problems('scene="ring/damals"', 'scen="ring/damals"').join('\n')).toContain(
      'Did you mean "scene"?',
    );
    expect(problems('to="chips-lab"', 'to=chips-lab')[0]).toContain('<Ref> cannot be read');
  });

  it('objects to a scene without a chart, and to one that belongs on another stage', () => {
    expect(problems('scene="ring/damals"', 'scene="damals"')).toEqual([
      `${path}:11 · kreis · scene: "damals" is no address of a scene. Write <chart>/<scene>.`,
    ]);
    expect(problems('scene="ring/damals"', 'scene="netz/damals"')).toEqual([
      `${path}:11 · kreis · scene: shows chart "netz" on the stage of "ring". Move the step into <Scrolly chart="netz">.`,
    ]);
  });

  it('demands a title at the head of the file', () => {
    expect(problems('title: Chips', 'titel: Chips')[0]).toContain(`${path}:1 · chips · title: is missing`);
  });
});
