// Does every mistake an editor can make stop the line, with a message that says where and what to do?
import { describe, expect, it } from 'vitest';
import { entries } from '../../src/model/entries.ts';
import { network } from '../../src/model/network.ts';
import { ContentError, problemText, type Problem } from '../../src/model/problems.ts';
import { story } from '../../src/model/story.ts';
import { contentFiles } from './folder.ts';
import { mistakes } from './mistakes.ts';

const LINKS = 'content/data/links.yaml';
const files = contentFiles();

/** What the line objects to when one file has another text. */
function problems(path: string, text: string): readonly Problem[] {
  const edited = files.map((file) => (file.path === path ? { path, text } : file));
  try {
    network(entries(edited), story(edited));
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

it('has nothing to object to in the content as it is', () => {
  expect(problems('', '')).toEqual([]);
});

describe('a mistake', () => {
  it.each(mistakes(files))('$name', ({ file, text, id, field, says }) => {
    const found = problems(file, text);
    const told = found.find(
      (problem) =>
        problem.file === file &&
        problem.id === id &&
        problem.field === field &&
        says.every((words) => problem.message.includes(words)),
    );
    expect(told, found.map(problemText).join('\n') || 'nothing was found').toBeDefined();
    if (file === LINKS) {
      // a field is told by the line of its name, so an edit of its value may begin on the next
      const before = files.find(({ path }) => path === file)?.text.split('\n') ?? [];
      const first = text.split('\n').findIndex((line, index) => line !== before[index]) + 1;
      expect([first - 1, first]).toContain(told?.line);
    }
  });
});
