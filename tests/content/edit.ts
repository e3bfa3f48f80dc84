// What is a mistake in the content, and how is it made? An edit of a real file, and what the build has to answer.

export interface Mistake {
  readonly name: string;
  /** the file that is edited */
  readonly file: string;
  /** its text with the mistake in it */
  readonly text: string;
  /** the entry the message has to name; null where the file is no YAML any more */
  readonly id: string | null;
  /** the field it has to name */
  readonly field: string | null;
  /** what else it has to say: what is wrong, and the remedy */
  readonly says: readonly string[];
  /** it is also tried in a real build */
  readonly builds: boolean;
}

/** The text with one place in it written differently. */
export function edit(text: string, before: string | RegExp, after: string): string {
  const edited = text.replace(before, after);
  if (edited === text) throw new Error(`The content does not contain ${String(before)} any more.`);
  return edited;
}
