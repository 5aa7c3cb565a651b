import { readRows, sql, type Database } from '../../database/index.js';
import type { Clock } from '../../shared/clock.js';
import { RecentKeys } from '../../shared/recentKeys.js';
import type { Session } from '../../shared/session.js';
import { AuditRepository } from '../audit/index.js';
import type { StoredFile } from './storedFile.entity.js';

interface DownloadLogParts {
  database: Database;
  clock: Clock;
}

/**
 * Writes downloads, and denied ones, to the audit log: one event per principal, file and minute, no matter how many range requests there
 * are.
 */
export class DownloadLog {
  private readonly recent = new RecentKeys();

  constructor(private readonly parts: DownloadLogParts) {}

  /** Resolves when the event is committed, so that nothing is sent without an event. */
  async note(
    { id, taskId, name, purpose, sizeBytes, sha256 }: StoredFile,
    { session, outcome }: { session: Session; outcome: 'SUCCEEDED' | 'DENIED' },
  ): Promise<void> {
    const key = [session.actor.id, id, outcome].join(' ');
    if (!this.recent.isNews(key)) return;
    const { database, clock } = this.parts;
    const detail = { taskId, name, purpose, sizeBytes, sha256 };
    const event = { at: clock.now(), action: 'DOWNLOAD', actor: session.actor, subjectId: id } as const;
    try {
      await database.write(async (manager) => {
        const [task] = await readRows<{ projectId: string | null }>(
          manager,
          sql`SELECT project_id FROM task WHERE id = ${taskId}`,
        );
        await AuditRepository.insert(manager, { ...event, outcome, detail, projectId: task?.projectId ?? null });
      });
    } catch (error) {
      this.recent.forget(key);
      throw error;
    }
  }
}
