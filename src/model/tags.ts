// Finds the tags of the story in the text of a section, with their attributes and lines.

/** <Scrolly>, <Step>, <Ref> or <Term>, as it opens or closes. */
export interface Tag {
  readonly name: string;
  readonly line: number;
  /** true for </Scrolly> and the like */
  readonly closing: boolean;
  /** true for <Ref … /> */
  readonly empty: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** false where the tag never ends or an attribute is not written name="value" */
  readonly legible: boolean;
}

const OPENING = /<(\/?)(Scrolly|Step|Ref|Term)\b/g;
const REST = /((?:\s+[A-Za-z-]+="[^"]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z-]+)="([^"]*)"/g;

/** The text with comments and code blanked out, line by line as long as before. */
function withoutComments(text: string): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  return text
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, blank)
    .replace(/^```[\s\S]*?^```/gm, blank)
    .replace(/`[^`\n]*`/g, blank);
}

/** All tags of a section in their order; `firstLine` is the line on which the text begins. */
export function tags(text: string, firstLine: number): Tag[] {
  const readable = withoutComments(text);
  const found: Tag[] = [];
  let line = firstLine;
  let counted = 0;
  for (const match of readable.matchAll(OPENING)) {
    line += readable.slice(counted, match.index).split('\n').length - 1;
    counted = match.index;
    const rest = new RegExp(REST);
    rest.lastIndex = match.index + match[0].length;
    const [, inside = '', slash] = rest.exec(readable) ?? [];
    found.push({
      name: match[2] ?? '',
      line,
      closing: match[1] === '/',
      empty: slash === '/',
      attributes: new Map([...inside.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value])),
      legible: rest.lastIndex > 0,
    });
  }
  return found;
}
