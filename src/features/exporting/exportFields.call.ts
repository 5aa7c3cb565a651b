import { sql } from '../../database/worker.js';
import { AppError } from '../../shared/appError.js';
import { didYouMean, quoted, unknownKindsIn, type KindDefinition, type RecordField } from '../kinds/worker.js';
import type { WorkerCall, WorkerContext } from '../workers/index.js';
import { recordFieldsOf } from './recordFieldsOf.js';
import { withArticle } from '../../shared/withArticle.js';

/** The records whose fields are requested. */
export interface ExportFieldsQuestion {
  branchId: string;
  kind: string;
  /** Definition of the records, for kinds whose fields are defined by one. */
  definitionErc: string | null;
}

/**
 * The fields of records of a kind, from its JSON Schema or from a definition.
 * @throws AppError BAD_USER_INPUT if the kind or definition does not exist, if a definition is given for a kind without one, or if it is
 * missing for a kind with one.
 */
export const exportFieldsCall: WorkerCall<ExportFieldsQuestion, RecordField[]> = {
  name: 'exporting.fields',
  isRead: true,
  run: async (context, question) => {
    const { branchId, kind: kindName, definitionErc } = question;
    const kind = context.kinds.find(kindName);
    if (!kind)
      throw AppError.badInput(
        unknownKindsIn(context.kinds, [kindName])
          .map(({ message, fix }) => `${message} ${fix}`)
          .join(' '),
      );
    if (definitionErc !== null && !kind.compileRecordShape) {
      throw AppError.badInput(
        `The fields of ${withArticle(kind.title)} do not come from a definition: omit "definitionErc".`,
      );
    }
    const parentId = kind.compileRecordShape ? await definitionOf(context, kind, question) : null;
    const [known] = await recordFieldsOf(context, branchId, [{ kind: kindName, parentId }]);
    return [...(known?.fields ?? [])];
  },
};

async function definitionOf(
  { connection, kinds }: WorkerContext,
  kind: KindDefinition,
  { branchId, definitionErc }: ExportFieldsQuestion,
): Promise<string> {
  const { name: parentKind, title } = kinds.get(kind.parentKind ?? '');
  if (definitionErc === null) {
    throw AppError.badInput(
      `The fields of ${withArticle(kind.title)} come from its ${title}: pass the external reference code of the ${title} as "definitionErc".`,
    );
  }
  const found = await connection.get<{ id: string }>(
    sql`SELECT id FROM resource WHERE branch_id = ${branchId} AND kind = ${parentKind} AND name = ${definitionErc}`,
  );
  if (found) return found.id;
  const known = await connection.all<{ name: string }>(
    sql`SELECT name FROM resource WHERE branch_id = ${branchId} AND kind = ${parentKind} ORDER BY name LIMIT 5000`,
  );
  const names = known.map(({ name }) => name);
  const fix = didYouMean(definitionErc, names);
  const message = `The branch has no ${title} ${quoted(definitionErc)}.`;
  throw AppError.badInput(fix === undefined ? message : `${message} ${fix}`);
}
