import { isJsonObject, type JsonObject } from '../../../shared/json.js';
import { pointerSegments } from '../../../shared/jsonPointer.js';
import { errorProblem, type Problem } from '../../../shared/problem.js';
import { unseen } from '../../../shared/unseen.js';
import { quoted, valueAt } from '../../kinds/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import type { ItemRow } from '../tables/itemRows.js';
import type { ReasonFacts, TextConflict } from './reasonFacts.js';

/** The problems of unique texts that are taken: each names what has the text, on the branch and in the file. */
export function takenTextProblems(
  context: Pick<WorkerContext, 'kinds'>,
  item: ItemRow,
  { spec, textConflicts }: Pick<ReasonFacts, 'textConflicts'> & { spec: string | null },
): Problem[] {
  const own = spec === null ? {} : (JSON.parse(spec) as JsonObject);
  return textConflicts.flatMap((conflict) => {
    const claim = `"${item.name}" has ${quoted(textAt(own, conflict.at))} at ${conflict.at}, and so has`;
    return [...ofBranch(context, claim, conflict), ...ofFile(claim, conflict)];
  });
}

function textAt(spec: JsonObject, at: string): string {
  const value = valueAt(spec, at);
  return isJsonObject(value) || Array.isArray(value) ? '' : String(value ?? '');
}

function ofBranch({ kinds }: Pick<WorkerContext, 'kinds'>, claim: string, { at, resource }: TextConflict): Problem[] {
  if (resource === null) return [];
  if (!resource.isSeen) {
    const message = `${claim} ${unseen}; it must be unique.`;
    const fix = 'Change it in the file, or leave the item out; renaming the item does not help.';
    return [errorProblem('UNIQUE_TEXT_TAKEN', message, { path: pointerSegments(at), fix })];
  }
  const title = kinds.find(resource.kind)?.title ?? resource.kind;
  return [
    errorProblem('UNIQUE_TEXT_TAKEN', `${claim} the ${title} "${resource.name}" of the branch; it must be unique.`, {
      path: pointerSegments(at),
      resourceId: resource.id,
      fix: `Change it in the file or on the branch, leave the item out, or give it the external reference code of "${resource.name}" and import it with UPSERT; renaming the item does not help.`,
    }),
  ];
}

function ofFile(claim: string, { at, otherItem }: TextConflict): Problem[] {
  if (otherItem === null) return [];
  const message = `${claim} "${otherItem.name}" on line ${otherItem.line} of the file; it must be unique.`;
  const fix = 'Change one of the two in the file, or leave one out; renaming the item does not help.';
  return [errorProblem('UNIQUE_TEXT_TAKEN', message, { path: pointerSegments(at), fix })];
}
