import type { Logger } from 'pino';
import type { Database } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import { AuditRepository } from '../audit/index.js';
import type { Credential } from './credential.js';
import { networkOf } from './attemptLimit.js';

/** Time after which an address is recorded again, with the number of its attempts since then. */
const quietMs = 60_000;
/** Maximum number of addresses that are recorded in that time; attempts of further ones are added up. */
const maxAddresses = 20;

/** The unknown actor of a wrong credential. */
const nobody = { id: 'unknown', name: 'unknown' };

interface LogParts {
  database: Database;
  clock: Clock;
  logger: Logger;
}

/** A credential, the code of an identity provider that it does not confirm, or the token of the metrics. */
export type WrongCredentialType = Credential['type'] | 'CODE' | 'METRICS_TOKEN';

/** A summary of wrong credentials; the address is null if there were too many addresses. */
type WrongCredentials = { address: string | null; credential?: WrongCredentialType; count: number };

/**
 * Writes audit events of wrong credentials, never the credentials: the first one of an address at once, and after a minute the
 * number of further ones. The number of events does not grow with the number of attempts.
 */
export class WrongCredentialLog {
  private readonly countByAddress = new Map<string, number>();
  private othersCount = 0;
  private window: NodeJS.Timeout | undefined;

  constructor(private readonly parts: LogParts) {}

  note(type: WrongCredentialType, address: string): void {
    const network = networkOf(address);
    this.window ??= setTimeout(() => {
      this.endWindow();
    }, quietMs).unref();
    const known = this.countByAddress.get(network);
    if (known === undefined && this.countByAddress.size >= maxAddresses) {
      this.othersCount += 1;
      return;
    }
    this.countByAddress.set(network, (known ?? 0) + 1);
    if (known === undefined) this.write([{ address: network, credential: type, count: 1 }]);
  }

  private endWindow(): void {
    const more = [...this.countByAddress].filter(([, count]) => count > 1);
    const events: WrongCredentials[] = more.map(([address, count]) => ({ address, count: count - 1 }));
    if (this.othersCount > 0) events.push({ address: null, count: this.othersCount });
    this.countByAddress.clear();
    this.othersCount = 0;
    this.window = undefined;
    if (events.length > 0) this.write(events);
  }

  /** The response to a wrong credential does not wait for the log, nor tell that it could not be written. */
  private write(events: readonly WrongCredentials[]): void {
    const { database, clock, logger } = this.parts;
    const event = { at: clock.now(), action: 'AUTHENTICATE', actor: nobody, projectId: null, subjectId: null } as const;
    const written = database.write(async (manager) => {
      for (const detail of events)
        await AuditRepository.insert(manager, { ...event, outcome: 'DENIED', detail: { ...detail } });
    });
    written.catch((error: unknown) => {
      logger.warn({ error, events }, 'wrong credentials could not be written to the audit log');
    });
  }
}
