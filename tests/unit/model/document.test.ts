import { describe, expect, it } from 'vitest';
import { lineOf, yamlDocument } from '../../../src/model/document.ts';

const path = 'content/data/links.yaml';

describe('yamlDocument', () => {
  it('gives the value and the line of every part', () => {
    const { value, lines, problems } = yamlDocument({
      path,
      text: '# a comment\n\n- id: one\n  history:\n    - date: 2025-11\n      amount: 3\n- id: two\n',
    });
    expect(problems).toEqual([]);
    expect(value).toEqual([{ id: 'one', history: [{ date: '2025-11', amount: 3 }] }, { id: 'two' }]);
    expect(lines.get('0')).toBe(3);
    expect(lines.get('0.history')).toBe(4);
    expect(lines.get('0.history.0.amount')).toBe(6);
    expect(lines.get('1.id')).toBe(7);
  });

  it('reads a date as text, for a day is no moment', () => {
    expect(yamlDocument({ path, text: 'date: 2025-11-03' }).value).toEqual({ date: '2025-11-03' });
  });

  it('names the line on which the text stops being YAML, and what to look at', () => {
    const { value, problems } = yamlDocument({
      path,
      text: '- id: one\n- id: "two\n  name: x\n- id: three\n',
    });
    expect(value).toBeNull();
    expect(problems).toHaveLength(1);
    // where the quote opens, though it is missed only at the end
    expect(problems[0]).toMatchObject({ file: path, line: 2, id: null, field: null });
    expect(problems[0]?.message).toMatch(/^broken YAML: .*quotes/);
  });

  it('objects to a field written twice', () => {
    const { problems } = yamlDocument({ path, text: 'id: one\nid: two\n' });
    expect(problems[0]).toMatchObject({ line: 2 });
  });
});

it('falls back on the nearest part around one that is not there', () => {
  const lines = new Map([
    ['3', 10],
    ['3.history', 14],
  ]);
  expect(lineOf(lines, '3.history.7.date')).toBe(14);
  expect(lineOf(lines, '3.target')).toBe(10);
  expect(lineOf(lines, '8.target')).toBe(1);
});
