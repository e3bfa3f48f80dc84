// Which headers shall a host send? The text of dist/_headers, as several hosts read it, and its meaning.

/** Headers by path; a star at the end stands for everything below. No two rules set the same header for one path. */
export type Rules = readonly (readonly [path: string, headers: Readonly<Record<string, string>>])[];

const FOREVER = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const OWN_FRAMES = { 'Content-Security-Policy': "frame-ancestors 'self'" };
const ANY_FRAME = { 'Content-Security-Policy': 'frame-ancestors *', 'Access-Control-Allow-Origin': '*' };

/** The rules for the files of a built site, whose paths are relative to the base. */
export function headerRules(base: string, files: readonly string[]): Rules {
  const folders = [
    ...new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0])),
  ].sort();
  const pages = files.filter((file) => /^[^/]*\.html$/.test(file) && file !== 'index.html').sort();
  const geometries = files.filter((file) => /^grafik\/[^/]+\/[^/]+\.json$/.test(file)).sort();
  return [
    [
      `${base}*`,
      { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'strict-origin-when-cross-origin' },
    ],
    [base, OWN_FRAMES],
    ...pages.map((page) => [base + page, OWN_FRAMES] as const),
    ...folders.map((folder) => {
      const headers = folder === '_astro' ? FOREVER : folder === 'einbetten' ? ANY_FRAME : OWN_FRAMES;
      return [`${base}${folder}/*`, headers] as const;
    }),
    // The stage asks for a geometry by an address with its hash.
    ...geometries.map((file) => [base + file, FOREVER] as const),
  ];
}

/** Rules as the text of a _headers file. */
export function headersFile(rules: Rules): string {
  return rules
    .map(([path, headers]) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/** The headers that a _headers file asks for at a path. */
export function headersAt(text: string, path: string): Record<string, string> {
  const found: Record<string, string> = {};
  let applies = false;
  for (const line of text.split('\n')) {
    const [, name, value] = /^ +([^:]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      if (applies) found[name] = value;
    } else if (line !== '') applies = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line;
  }
  return found;
}
