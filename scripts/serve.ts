// Serves the built site as a static host would: node scripts/serve.ts

import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { base } from './address.ts';
import { headersAt } from './headers.ts';

export const DIST = new URL('../dist/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** The file a path below the base asks for; null for a path that leaves the folder or asks for a hidden file. */
export function fileAt(folder: URL, path: string): URL | null {
  const segments = segmentsOf(path);
  const last = segments?.pop();
  if (!segments?.every(isName) || last === undefined || (last !== '' && !isName(last))) return null;
  return new URL(['.', ...segments, last || 'index.html'].map(encodeURIComponent).join('/'), folder);
}

const isName = (segment: string) => /^[^./\\\0][^/\\\0]*$/.test(segment);

function segmentsOf(path: string): string[] | null {
  try {
    return path.split('/').map((segment) => decodeURIComponent(segment));
  } catch {
    return null;
  }
}

type Kind = 'file' | 'folder' | 'nothing';

async function kindOf(file: URL): Promise<Kind> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : 'nothing';
}

/** A server of a folder whose files stand below a base path. */
export function server(folder: URL, base: string): Server {
  return createServer((request, response) => {
    void answer(request.method ?? 'GET', request.url ?? '/', response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });

  async function answer(method: string, target: string, response: ServerResponse): Promise<void> {
    const [path = '/', query] = target.split(/\?(.*)/s);
    const search = query === undefined ? '' : `?${query}`;
    if (method !== 'GET' && method !== 'HEAD') response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    else if (path !== base && (path === '/' || `${path}/` === base))
      response.writeHead(302, { Location: base + search }).end();
    else {
      const file = path.startsWith(base) ? fileAt(folder, path.slice(base.length)) : null;
      const kind = file ? await kindOf(file) : 'nothing';
      if (file && kind === 'file') await send(response, 200, file, path);
      else if (kind === 'folder') response.writeHead(301, { Location: `${path}/${search}` }).end();
      else await sendNotFound(response);
    }
  }

  async function sendNotFound(response: ServerResponse): Promise<void> {
    const page = new URL('404.html', folder);
    if ((await kindOf(page)) === 'file') await send(response, 404, page, `${base}404.html`);
    else response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404\n');
  }

  async function send(response: ServerResponse, status: number, file: URL, path: string): Promise<void> {
    const rules = await readFile(new URL('_headers', folder), 'utf8').catch(() => '');
    const { size } = await stat(file);
    response.writeHead(status, {
      'Content-Type': TYPES[extname(file.pathname)] ?? 'application/octet-stream',
      'Content-Length': size,
      'Cache-Control': 'no-cache',
      ...headersAt(rules, path),
    });
    if (response.req.method === 'HEAD') response.end();
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
  }
}

/** Serves dist/ until Ctrl-C. PORT and HOST choose where. */
export async function serve(): Promise<void> {
  const port = Number(process.env.PORT ?? 4321);
  const host = process.env.HOST ?? 'localhost';
  const site = server(DIST, base);
  try {
    await new Promise<void>((resolve, reject) => {
      site.once('error', reject);
      site.listen(port, host, resolve);
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    console.error(`Port ${String(port)} is taken. Choose another: PORT=${String(port + 1)} npm start`);
    process.exitCode = 1;
    return;
  }
  console.log(`\nDer KI-Kreislauf: http://${host}:${String(port)}${base}\n(Ctrl-C ends it.)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      site.close();
      site.closeAllConnections();
    });
}

if (import.meta.main) await serve();
