import { AppError } from '../../shared/appError.js';
import type { WorkerCall } from '../workers/index.js';
import { fieldsOfKind, type ExportFieldFacts } from './exportFields.js';

/** Which records are asked about. */
export interface ExportFieldsQuestion {
  branchId: string;
  kind: string;
  /** Of the definition that gives records of the kind their shape. */
  definitionErc: string | null;
}

/**
 * The fields of a kind's records, from its JSON Schema. A kind whose records get their shape from a definition would have it read here.
 * @throws AppError BAD_USER_INPUT when there is no such kind, or when a definition is named for a kind that has none.
 */
export const exportFieldsCall: WorkerCall<ExportFieldsQuestion, ExportFieldFacts[]> = {
  name: 'exporting.fields',
  isRead: true,
  run: ({ kinds }, { kind: kindName, definitionErc }) => {
    const kind = kinds.find(kindName);
    if (!kind) throw AppError.badInput(`This server knows no kind "${kindName.slice(0, 80)}".`);
    if (definitionErc !== null) {
      throw AppError.badInput(`A ${kind.title} has no definition that gives it its fields: leave out "definitionErc".`);
    }
    return Promise.resolve(fieldsOfKind(kind));
  },
};
