import { sql } from '../../src/database/worker.js';
import { openSqlConnection } from '../../src/database/openSqlConnection.js';
import type { JsonObject } from '../../src/shared/json.js';
import type { Place } from './importFlow.js';
import type { ResultOf } from './operationResults.js';
import { present } from './projectScene.js';
import type { ServerClient } from './serverClient.js';

/** An id that nothing has. */
export const unknownId = '01a1fdbf-0000-7000-8000-000000000000';

export const viewSettings: JsonObject = { selection: { kinds: ['fast-data/SingleView'] } };

type SavePayload = ResultOf<'SaveTemplate'>['saveTemplate'];

/** Saves and lists templates over the wire. */
export class TemplateFlow {
  constructor(private readonly server: ServerClient) {}

  /** Saves an export template "nightly" without settings, unless the input says otherwise. */
  async trySave(projectId: string, input: Record<string, unknown>): Promise<SavePayload> {
    const { saveTemplate } = await this.server.operation('SaveTemplate', {
      input: { projectId, name: 'nightly', direction: 'EXPORT', settings: {}, ...input },
    });
    return saveTemplate;
  }

  /** The same; fails when there are problems. */
  async save({ projectId }: Place, input: Record<string, unknown> = {}): Promise<NonNullable<SavePayload['template']>> {
    const { template, problems } = await this.trySave(projectId, input);
    return present(template, problems);
  }

  async list({ projectId }: Place, page: Record<string, unknown> = {}): Promise<ResultOf<'Templates'>['templates']> {
    return (await this.server.operation('Templates', { projectId, ...page })).templates;
  }

  /** Makes a template what a server with other kinds and settings may have saved. */
  async age(id: string, settings: JsonObject): Promise<void> {
    const connection = await openSqlConnection(this.server.database, 10_000);
    await connection.run(sql`UPDATE template SET settings = ${JSON.stringify(settings)} WHERE id = ${id}`);
    await connection.close();
  }
}
