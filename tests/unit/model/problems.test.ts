import { describe, expect, it } from 'vitest';
import { ContentError, nearest, problemText, unknown } from '../../../src/model/problems.ts';

describe('nearest', () => {
  const words = ['oracle', 'openai', 'amazon', 'amd', 'arm'];

  it('finds the word that was meant', () => {
    expect(nearest('orcale', words)).toBe('oracle');
    expect(nearest('openia', words)).toBe('openai');
    expect(nearest('amazn', words)).toBe('amazon');
  });

  it('does not guess wildly', () => {
    expect(nearest('siemens', words)).toBeNull();
    expect(nearest('xyz', words)).toBeNull();
    expect(nearest('orcale', [])).toBeNull();
  });

  it('takes the first of two equally near', () => {
    expect(nearest('amm', words)).toBe('amd');
  });
});

it('asks back only when it has a guess', () => {
  expect(unknown('node', 'orcale', ['oracle'])).toBe('unknown node "orcale". Did you mean "oracle"?');
  expect(unknown('node', 'siemens', ['oracle'])).toBe('unknown node "siemens".');
});

const problem = {
  file: 'content/data/links.yaml',
  line: 812,
  id: 'openai-oracle-cloud',
  field: 'target',
  message: 'unknown node "orcale".',
};

it('writes a problem in one line, with what is known of its place', () => {
  expect(problemText(problem)).toBe(
    'content/data/links.yaml:812 · openai-oracle-cloud · target: unknown node "orcale".',
  );
  expect(problemText({ ...problem, id: null, field: null })).toBe(
    'content/data/links.yaml:812: unknown node "orcale".',
  );
});

it('throws all problems as one error under a headline with their number', () => {
  const error = new ContentError([problem, { ...problem, line: 900 }]);
  expect(error.name).toBe('ContentError');
  const [headline, ...lines] = error.message.split('\n');
  expect(headline).toBe('2 problems in the content:');
  expect(lines).toHaveLength(2);
  expect(new ContentError([problem]).message).toMatch(/^1 problem in/);
});
