// Where will the site stand? The one setting, SITE_URL, split the way Astro wants it.

/** Without SITE_URL the canonical addresses are those of `npm start`. */
const address = new URL(process.env.SITE_URL ?? 'http://localhost:4321/');

/** Scheme and host: https://example.org */
export const site = address.origin;

/** The path before every other path, with a slash at both ends: / or /ki-kreislauf/ */
export const base = address.pathname.replace(/\/*$/, '/');
