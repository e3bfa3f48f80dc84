// Which word does the interface use? Looks it up, and stops the build where it is missing.

import type { Ui } from '../model/schema.ts';

/** A word of the interface. A missing one is an error of the build, not a gap on the page. */
export function word(ui: Ui, key: string): string {
  const text = ui.words[key];
  if (text === undefined)
    throw new Error(`content/ui.yaml · words.${key}: missing. Add the word under "words".`);
  return text;
}
