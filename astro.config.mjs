import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { base, site } from './scripts/address.ts';

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'auto' },
  integrations: [mdx()],
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
  devToolbar: { enabled: false },
});
