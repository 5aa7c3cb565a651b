import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestServer } from './testServer.js';

/** The files that a server stored, past the server; the names are their ids. */
interface StoredFiles {
  /** Sorted. */
  names: () => Promise<string[]>;
  read: (name: string) => Promise<Buffer>;
  write: (name: string, content: string | Uint8Array) => Promise<void>;
  remove: (name: string) => Promise<void>;
  /** The id of the installation that the store belongs to. */
  owner: StoredOwner;
}

interface StoredOwner {
  read: () => Promise<string>;
  write: (id: string) => Promise<void>;
  remove: () => Promise<void>;
}

const ownerName = 'instance-id';

/** Of its folder, or of its object store (`TEST_FILES=s3`). */
export function storedFilesOf(server: Pick<TestServer, 'dataDir' | 'filesSettings'>): StoredFiles {
  const { WAYBILL_S3_ENDPOINT: endpoint, WAYBILL_FILES_URL: url } = server.filesSettings;
  if (endpoint === undefined || url === undefined) return inFolder(server.dataDir);
  return inStore(endpoint, new URL(url));
}

function inFolder(dataDir: string): StoredFiles {
  const inFiles = (name: string) => path.join(dataDir, 'files', name);
  const ownerFile = path.join(dataDir, ownerName);
  return {
    // It is made for the first file.
    names: async () => (await readdir(path.join(dataDir, 'files')).catch(() => [])).sort(),
    read: (name) => readFile(inFiles(name)),
    write: (name, content) => writeFile(inFiles(name), content),
    remove: (name) => rm(inFiles(name), { recursive: true }),
    owner: {
      read: async () => (await readFile(ownerFile, 'utf8')).trim(),
      write: (id) => writeFile(ownerFile, `${id}\n`),
      remove: () => rm(ownerFile),
    },
  };
}

function inStore(endpoint: string, { host: bucket, pathname }: URL): StoredFiles {
  const prefix = `${pathname.slice(1)}/`;
  const ask = async (method: string, what: string, body: string | Uint8Array = ''): Promise<Response> => {
    const digest = createHash('sha256').update(body).digest('hex');
    const headers = { authorization: 'tests', 'x-amz-content-sha256': digest };
    const init = method === 'PUT' ? { method, headers, body: Buffer.from(body) } : { method, headers };
    const response = await fetch(`${endpoint}/${bucket}${what}`, init);
    if (!response.ok) throw new Error(`The store answered ${response.status} to ${method} ${what}.`);
    return response;
  };
  const keyOf = (name: string) => `/${prefix}${name}`;
  const read = async (name: string) => Buffer.from(await (await ask('GET', keyOf(name))).arrayBuffer());
  const write = async (name: string, content: string | Uint8Array) => void (await ask('PUT', keyOf(name), content));
  const remove = async (name: string) => void (await ask('DELETE', keyOf(name)));
  const page = async (after: string): Promise<string[]> => {
    const token = after === '' ? '' : `&continuation-token=${encodeURIComponent(after)}`;
    const text = await (await ask('GET', `?list-type=2&prefix=${encodeURIComponent(prefix)}${token}`)).text();
    const keys = [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
    return text.includes('<IsTruncated>true') ? [...keys, ...(await page(keys.at(-1) ?? ''))] : keys;
  };
  return {
    names: async () => {
      const names = (await page('')).map((key) => key.slice(prefix.length));
      return names.filter((name) => name !== ownerName).sort();
    },
    ...{ read, write, remove },
    owner: {
      read: async () => (await read(ownerName)).toString().trim(),
      write: (id) => write(ownerName, id),
      remove: () => remove(ownerName),
    },
  };
}
