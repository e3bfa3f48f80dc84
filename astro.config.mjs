import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { base, site } from './scripts/address.ts';

/**
 * The page that shows every drawing before and after. As a file in src/pages it would be part of every build, with its
 * styles and scripts; a route that only the development server is told of keeps all of it out by itself.
 * @type {import('astro').AstroIntegration}
 */
const drawings = {
  name: 'drawings',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      if (command === 'dev') injectRoute({ pattern: '/zeichnungen', entrypoint: './src/dev/drawings.astro' });
    },
  },
};

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'auto' },
  integrations: [mdx(), drawings],
  markdown: {
    // Its quotation marks are English; the German ones stand in the text itself.
    processor: satteri({ features: { smartPunctuation: false } }),
    // It would write style attributes, which the content security policy forbids.
    syntaxHighlight: false,
  },
  security: {
    // Astro adds the hashes of its own inline scripts and styles; a page adds those of what it inlines itself, with
    // Astro.csp.insertScriptHash. What only a header can say stands in dist/_headers.
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
    },
  },
  vite: {
    // Its modules instead of one file wrapped for every loader: what is not used stays out.
    resolve: { alias: { scrollama: 'scrollama/index.js' } },
    // Smaller by a fiftieth than what the bundler makes of the story's script.
    build: { minify: 'terser', terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true } } },
  },
  devToolbar: { enabled: false },
});
