import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeSqlConnection } from '../sqlConnectionBehaviour.js';

describeSqlConnection('a connection to SQLite', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'waybill-sqlite-'));
  return {
    url: `sqlite:${path.join(folder, 'test.sqlite')}`,
    remove: () => rm(folder, { recursive: true }),
  };
});
