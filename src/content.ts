// Reads the content folder once for all pages and checks it: a mistake in it stops the build here.

import { entries } from './model/entries.ts';
import { network } from './model/network.ts';
import { story as storyOf } from './model/story.ts';

const texts = import.meta.glob<string>('../content/**/*.{yaml,mdx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const files = Object.entries(texts).map(([path, text]) => ({ path: path.replace('../', ''), text }));

/** The sections and steps of the article, and the numbers of its notes. */
export const story = storyOf(files);

/** All that is true, checked. */
export const record = network(entries(files), story);
