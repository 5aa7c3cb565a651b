import { identityOf, type FileRecords } from '../../formats/index.js';
import { fieldsOfKind, fieldsOfShape, type KindDefinition, type RecordFields } from '../../kinds/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { PlanRow } from '../tables/planRows.js';
import { RecordDefinitions } from './recordDefinitions.js';

/**
 * The fields that the records of a file can fill; null if they are unknown, for parts of definitions and for a definition that
 * does not exist.
 */
export async function fieldsOfRecords(
  context: Pick<WorkerContext, 'connection' | 'kinds'>,
  plan: PlanRow,
  { kind: kindName, definition, isPart = false }: FileRecords,
): Promise<RecordFields | null> {
  const kind = context.kinds.find(kindName);
  if (!kind || isPart) return null;
  if (!kind.compileRecordShape) return withIdentity(kind);
  const found = definition && (await new RecordDefinitions(context, plan).find(kind, definition));
  return found ? fieldsOfShape(found.shape) : null;
}

/** The identifying fields come first; the main one is required, whatever the JSON Schema of the spec says. */
function withIdentity(kind: KindDefinition): RecordFields {
  const known = fieldsOfKind(kind);
  const { required, optional } = identityOf(kind.name);
  const own = new Set([required, ...optional]);
  const knownByName = new Map(known.fields.map((field) => [field.name, field]));
  const identity = [...own].map((name) => ({
    ...(knownByName.get(name) ?? { name, title: name, type: 'string' }),
    isRequired: name === required,
  }));
  return {
    ...known,
    fields: [...identity, ...known.fields.filter(({ name }) => !own.has(name))],
    has: (field) => own.has(field) || known.has(field),
    missingFrom: (record) => [
      ...(Object.hasOwn(record, required) ? [] : [required]),
      ...known.missingFrom(record).filter((name) => !own.has(name)),
    ],
  };
}
