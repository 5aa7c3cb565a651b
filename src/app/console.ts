/** Serves the built console: its files, and its page at every address that is not of the API. Nobody has to sign in for it: it holds no data. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Request, RequestHandler, Response } from 'express';
import { packageFile } from '../shared/packageFile.js';
import { completePage } from './consolePage.js';

const builtFolder = packageFile('dist/console');
const pageName = 'index.html';
/** Files below it have a name that changes with their content. */
const hashedPrefix = '/assets/';
const hashedCaching = 'public, max-age=31536000, immutable';

/** Endings of the compressed variants of a file that a build may have made, the best first. */
const endingByEncoding: ReadonlyMap<string, string> = new Map([
  ['br', '.br'],
  ['gzip', '.gz'],
]);

const safetyHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

interface ConsoleParts {
  consoleDir: string | undefined;
  /** Paths that are not the console's, nor what is below them. */
  apiPaths: readonly string[];
}

export function serveConsole({ consoleDir, apiPaths }: ConsoleParts): RequestHandler {
  const folder = path.resolve(consoleDir ?? builtFolder);
  return async (request, response, next) => {
    const isApi = apiPaths.some((one) => request.path === one || request.path.startsWith(`${one}/`));
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const file = isApi || !isRead ? undefined : await fileAt(folder, request.path);
    if (file !== undefined) await sendFile(file, request, response);
    else if (isApi || !isRead || !isForPage(request)) next();
    else await sendPage(folder, request, response);
  };
}

/** The file that a path names; undefined for none, for the page, and for files that are hidden or outside of the folder. */
async function fileAt(folder: string, requestPath: string): Promise<string | undefined> {
  const names = decoded(requestPath).slice(1).split('/');
  const isPlain = names.every((name) => name !== '' && !name.startsWith('.') && !/[\\\0]/.test(name));
  if (!isPlain || names.join('/') === pageName) return undefined;
  const file = path.join(folder, ...names);
  return (await isFile(file)) ? file : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isFile() ?? false;
}

/** Browsers ask for a page by its type, at addresses that only the console knows. What asks for a script that is gone must not get a page. */
function isForPage(request: Request): boolean {
  if (request.path.startsWith(hashedPrefix)) return false;
  return request.path === '/' || request.accepts(['json', 'html']) === 'html';
}

async function sendFile(file: string, request: Request, response: Response): Promise<void> {
  const encoding = await encodingFor(file, request);
  response.set({
    ...safetyHeaders,
    'cache-control': request.path.startsWith(hashedPrefix) ? hashedCaching : 'no-cache',
    vary: 'Accept-Encoding',
  });
  response.type(path.extname(file));
  if (encoding !== undefined) response.set('content-encoding', encoding);
  const sent = file + (endingByEncoding.get(encoding ?? '') ?? '');
  await new Promise<void>((resolve, reject) => {
    response.sendFile(sent, { cacheControl: false, lastModified: false, dotfiles: 'allow' }, (error) => {
      if (error && !response.headersSent) reject(error);
      else resolve();
    });
  });
}

/** The best encoding that the client takes and the build has made. */
async function encodingFor(file: string, request: Request): Promise<string | undefined> {
  for (const [encoding, ending] of endingByEncoding)
    if (request.acceptsEncodings(encoding) !== false && (await isFile(file + ending))) return encoding;
  return undefined;
}

async function sendPage(folder: string, request: Request, response: Response): Promise<void> {
  const builtHtml = await readFile(path.join(folder, pageName), 'utf8').catch(() => undefined);
  const { html, policy } = completePage(builtHtml ?? notBuilt, request.path);
  response.status(builtHtml === undefined ? 404 : 200).set({
    ...safetyHeaders,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-cache',
  });
  response.end(html);
}

const notBuilt = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Waybill</title></head><body>
<h1>Waybill</h1>
<p>The console of this server is not built. Build it with <code>npm run build</code>, then load this page again.</p>
<p>The API answers at <a href="graphql">graphql</a>.</p>
</body></html>
`;
