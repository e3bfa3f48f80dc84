// Puts what a schema objects to into words for the editor: what is wrong, and the remedy.
import type { z } from 'zod';
import { unknown } from './problems.ts';

/** One objection: where in the value, and in what words. */
export interface Objection {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

type RawIssue = z.core.$ZodRawIssue;

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}

function found(input: unknown): string {
  return input === undefined ? 'Found nothing.' : `Found ${JSON.stringify(input)}.`;
}

function fieldsOf(schema: unknown): string[] {
  const def = (schema as { readonly _zod?: { readonly def?: { readonly shape?: object } } } | undefined)?._zod
    ?.def;
  return Object.keys(def?.shape ?? {});
}

function ofType(expected: string, input: unknown): string {
  if (input === undefined || input === null) return `is missing or empty; ${expected} is expected here.`;
  const quotes = expected === 'string' && typeof input === 'number' ? ' Put it in quotes.' : '';
  return `must be of type ${expected}. ${found(input)}${quotes}`;
}

/** The words for an issue whose schema brings none of its own; several misspelt fields stand on a line each. */
function wording(issue: RawIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const fields = fieldsOf(issue.inst);
      return issue.keys
        .map((key) => `${unknown('field', key, fields)} Fields here are ${quoted(fields)}.`)
        .join('\n');
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const what = String(issue.path?.at(-1) ?? 'value');
      if (issue.input === undefined) return `is missing. Allowed are ${quoted(allowed)}.`;
      const word = typeof issue.input === 'string' ? issue.input : JSON.stringify(issue.input);
      return `${unknown(what, word, allowed)} Allowed are ${quoted(allowed)}.`;
    }
    case 'invalid_type':
      return ofType(issue.expected, issue.input);
    case 'invalid_key':
      return `is no key that is known here. ${issue.issues[0]?.message ?? ''}`.trim();
    default:
      return `is not allowed here. ${found(issue.input)}`;
  }
}

type Issue = z.core.$ZodIssue;

function objections(issue: Issue): Objection[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => ({
      path: [...path, key],
      message: messages[index] ?? issue.message,
    }));
  }
  // a schema's own words do not know what was found
  const known = /Found |is missing|Allowed are/.test(issue.message);
  return [{ path, message: known ? issue.message : `${issue.message} ${found(issue.input)}` }];
}

/** The entry a value is, or what the schema objects to in it. */
export function checked<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { readonly entry: T | null; readonly objections: readonly Objection[] } {
  const result = schema.safeParse(value, { reportInput: true, error: wording });
  if (result.success) return { entry: result.data, objections: [] };
  return { entry: null, objections: result.error.issues.flatMap(objections) };
}
