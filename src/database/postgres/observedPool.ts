/** A pool of connections that tells how long it was waited for one. */
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { observed } from '../../shared/observed.js';

type Take = (error: Error | undefined, client: pg.PoolClient | undefined, release: (release?: unknown) => void) => void;

class ObservedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(take: Take): void;
  override connect(take?: Take): Promise<pg.PoolClient> | undefined {
    const askedAt = performance.now();
    const tell = () => {
      observed.connectionTaken.tell((performance.now() - askedAt) / 1000);
    };
    if (take === undefined) {
      return super.connect().then((client) => {
        tell();
        return client;
      });
    }
    super.connect((error, client, release) => {
      if (!error) tell();
      take(error, client, release);
    });
    return undefined;
  }
}

/** The driver for TypeORM. */
export const observedDriver = { ...pg, Pool: ObservedPool };

/** The pool of an open data source with this driver. */
export function poolOf(source: DataSource): Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'> {
  return (source.driver as unknown as { master: pg.Pool }).master;
}
