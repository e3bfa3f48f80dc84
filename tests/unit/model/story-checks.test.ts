import { expect, it } from 'vitest';
import { entries } from '../../../src/model/entries.ts';
import { problemText } from '../../../src/model/problems.ts';
import { storyProblems } from '../../../src/model/story-checks.ts';
import { story } from '../../../src/model/story.ts';
import { edited, files } from './content.ts';

const path = 'content/story/01-chips.mdx';

it('finds nothing wrong in a story that names what exists', () => {
  expect(storyProblems(entries(files), story(files))).toEqual([]);
});

it.each([
  ['to="chips-lab"', 'to="chip-lab"', '13 · kreis · to: unknown entry "chip-lab". Did you mean "chips-lab"?'],
  ['id="hbm"', 'id="hmb"', '8 · anfang · id: unknown term "hmb". Did you mean "hbm"?'],
  [
    'scene="ring/damals"',
    'scene="ring/damal"',
    '11 · kreis · scene: unknown scene "ring/damal". Did you mean "ring/damals"?',
  ],
])('finds %s written as %s', (before, after, message) => {
  const contents = edited(path, before, after);
  const found = storyProblems(entries(contents), story(contents)).map(problemText);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(`${path}:${message}`);
});

it('finds a chart that does not exist, and with it the scenes of its steps', () => {
  const contents = edited(path, 'chart="ring"', 'chart="rang"');
  const found = storyProblems(entries(contents), story(contents)).map(problemText);
  expect(found[0]).toContain(`${path}:5 · chips · chart: unknown chart "rang". Did you mean "ring"?`);
});

it('may cite a figure, a statement and a precedent as well as a link', () => {
  for (const id of ['eur-usd-2025', 'sorge', 'frueher', 'chips-lab-30']) {
    const contents = edited(path, 'to="chips-lab"', `to="${id}"`);
    expect(storyProblems(entries(contents), story(contents))).toEqual([]);
  }
});
