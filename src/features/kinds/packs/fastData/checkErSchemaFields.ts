import type { JsonObject } from '../../../../shared/json.js';
import { warningProblem, type Problem } from '../../../../shared/problem.js';
import { BoundedProblems } from '../../boundedProblems.js';
import type { SpecLookup } from '../../kind.js';
import { quoted } from '../../wording.js';
import { CollectionFields, hasField } from './collectionFields.js';
import { erConditionsOf, fieldsOfCondition } from './erConditions.js';

/**
 * UNRESOLVED_FIELD: conditions that use a field which their node does not have. Nodes that do not exist or declare no fields
 * are ignored.
 */
export function checkErSchemaFields(spec: JsonObject, _name: string, lookup: SpecLookup): Problem[] {
  const collections = new CollectionFields(lookup);
  const problems = new BoundedProblems();
  for (const condition of erConditionsOf(spec)) {
    for (const { side, field, path } of fieldsOfCondition(condition)) {
      const node = condition[side];
      const fields = collections.of(node);
      if (!fields || hasField(fields, field)) continue;
      const message = `The condition ${quoted(condition.name)} uses the field ${quoted(field)}, which ${quoted(node)} does not have.`;
      const fix = `Add the field to ${quoted(node)}, or correct the condition.`;
      problems.add(() => warningProblem('UNRESOLVED_FIELD', message, { path, fix }));
    }
  }
  return problems.list();
}
