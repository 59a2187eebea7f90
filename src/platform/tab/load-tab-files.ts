// Reads the built tab into memory once, and packs it once: every answer is then a lookup.
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { TabFile, TabFiles } from './tab-pages.ts';

const packGzip = promisify(gzip);
const packBrotli = promisify(brotliCompress);

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const PACKED: ReadonlySet<string> = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt']);
// A build's own notes for people who look for errors; they are not served.
const LEFT_OUT: ReadonlySet<string> = new Set(['.map']);

/** The files of the build in `directory`; null when there is none. */
export async function loadTabFiles(directory: string): Promise<TabFiles | null> {
  const names = await filesIn(directory);
  if (!names.includes('index.html')) {
    return null;
  }
  const files = await Promise.all(names.map(async (name) => [name, await loadFile(join(directory, name))] as const));
  return new Map(files);
}

async function filesIn(directory: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !LEFT_OUT.has(extname(entry.name)))
      .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

async function loadFile(path: string): Promise<TabFile> {
  const content = await readFile(path);
  const kind = extname(path).toLowerCase();
  const contentType = TYPES[kind] ?? 'application/octet-stream';
  if (!PACKED.has(kind)) {
    return { contentType, content, gzip: null, brotli: null };
  }
  const [gzipped, brotli] = await Promise.all([packGzip(content), packBrotli(content)]);
  const smaller = (packed: Buffer): Buffer | null => (packed.length < content.length ? packed : null);
  return { contentType, content, gzip: smaller(gzipped), brotli: smaller(brotli) };
}
