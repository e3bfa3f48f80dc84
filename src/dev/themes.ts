// How do light, dark and grey stand on one page? The site's stylesheets, once for each theme instead of for each reader.

import chart from '../styles/chart.css?raw';
import archivo from '../styles/fonts/archivo.woff2?url';
import tokens from '../styles/tokens.css?raw';

/** The themes by class, with their German names. */
export const THEMES = [
  ['light', 'hell'],
  ['dark', 'dunkel'],
  ['grey', 'grau'],
] as const;

const ASKS_FOR_SCHEME = /\(prefers-color-scheme:\s*(light|dark)\)/g;
const ALWAYS = '(width >= 0px)';
const NEVER = '(width < 0px)';

/** Readers may get the fallback when the font is late; a drawing is judged in the font it was measured in. */
const font = `@font-face {
  font-family: 'Archivo';
  src: url('${archivo}') format('woff2');
  font-weight: 400 700;
  font-display: block;
}`;

/** The rules of a theme: colours on `selector` instead of on the root, drawings below it. */
function theme(selector: string, scheme: 'light' | 'dark'): string {
  const decided = (css: string) =>
    css.replace(ASKS_FOR_SCHEME, (_, asked: string) => (asked === scheme ? ALWAYS : NEVER));
  return [
    decided(tokens).replaceAll(':root', selector),
    `${selector} { color-scheme: ${scheme}; ${decided(chart)} }`,
  ].join('\n');
}

/** The font and the rules of all themes. Grey is what a print without colour makes of light. */
export const themes = [
  font,
  theme(':is(.light, .grey)', 'light'),
  theme('.dark', 'dark'),
  '.grey { filter: grayscale(1); }',
].join('\n');
