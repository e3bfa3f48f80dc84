import { describe, expect, it } from 'vitest';
import { checked } from '../../../src/model/issues.ts';
import { nodeSchema, stateSchema } from '../../../src/model/schema.ts';

const node = { id: 'one', name: 'Eins', role: 'lab', country: 'DE', type: 'company', about: 'Eine Firma.' };
const messages = (value: unknown): string[] =>
  checked(nodeSchema, value).objections.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('checked', () => {
  it('returns what fits', () => {
    expect(checked(nodeSchema, node)).toEqual({ entry: node, objections: [] });
  });

  it('names each misspelt field, the one that was meant and all there are', () => {
    const { role, ...rest } = node;
    const [missing, first, second] = messages({ ...rest, rolle: role, naem: 'x' });
    expect(missing).toMatch(/^role: is missing\. Allowed are "lab"/);
    expect(first).toMatch(
      /^rolle: unknown field "rolle"\. Did you mean "role"\? Fields here are "id", "name"/,
    );
    expect(second).toMatch(/^naem: unknown field "naem"\. Did you mean "name"\?/);
  });

  it('names the words that are allowed', () => {
    expect(messages({ ...node, type: 'compani' })).toEqual([
      'type: unknown type "compani". Did you mean "company"? Allowed are "company", "group", "place", "measure".',
    ]);
  });

  it('tells a missing field from a wrong one', () => {
    const { name, ...rest } = node;
    expect(messages(rest)).toEqual(['name: is missing or empty; string is expected here.']);
    expect(messages({ ...rest, name: 2025 })).toEqual([
      'name: must be of type string. Found 2025. Put it in quotes.',
    ]);
    expect(name).toBe('Eins');
  });

  it("adds what was found to a schema's own words", () => {
    const state = checked(stateSchema, { date: '2025-02-30', status: 'paid', amount: -3 });
    expect(state.objections.map(({ message }) => message)).toEqual([
      'is no date of the calendar. Write YYYY-MM-DD, YYYY-MM or a year in quotes. Found "2025-02-30".',
      'must be a number above zero, or null where none is public. Found -3.',
    ]);
  });
});
