// Says what is wrong in the content, where, and what to do about it: all mistakes of a run in one error.

/** One mistake of an editor. */
export interface Problem {
  /** path from the root of the project */
  readonly file: string;
  /** counted from 1 */
  readonly line: number;
  /** the entry, or null where the mistake is the file's */
  readonly id: string | null;
  /** the field, or null where the mistake is the entry's */
  readonly field: string | null;
  /** what is wrong, and the remedy */
  readonly message: string;
}

/** The one error that stops the build, with all problems of a run. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super([headline(problems.length), ...problems.map(problemText)].join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

function headline(count: number): string {
  return count === 1 ? '1 problem in the content:' : `${String(count)} problems in the content:`;
}

/** `content/data/links.yaml:812 · openai-oracle-cloud · target: unknown node "orcale". …` */
export function problemText({ file, line, id, field, message }: Problem): string {
  const where = [`${file}:${String(line)}`, id].filter((part) => part !== null);
  return field === null ? `${where.join(' · ')}: ${message}` : `${[...where, field].join(' · ')}: ${message}`;
}

/** The changes of a letter that turn one word into the other: Levenshtein's distance, swaps of neighbours as one. */
function distance(word: string, other: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= word.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = word[row - 1] === other[column - 1];
      const swapped = word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1];
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (same ? 0 : 1),
          swapped && row > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = previous;
    previous = current;
  }
  return previous[other.length] ?? 0;
}

/** The word that was probably meant, or null where none comes near. */
export function nearest(word: string, words: Iterable<string>): string | null {
  let best: string | null = null;
  // a third of the letters may be wrong, but never more than three
  let least = Math.min(3, Math.max(1, Math.floor(word.length / 3))) + 1;
  for (const other of words) {
    if (Math.abs(other.length - word.length) >= least) continue;
    const changes = distance(word, other);
    if (changes < least) {
      least = changes;
      best = other;
    }
  }
  return best;
}

/** „unknown node "orcale". Did you mean "oracle"?“ */
export function unknown(what: string, word: string, words: Iterable<string>): string {
  const meant = nearest(word, words);
  return `unknown ${what} "${word}".${meant === null ? '' : ` Did you mean "${meant}"?`}`;
}
