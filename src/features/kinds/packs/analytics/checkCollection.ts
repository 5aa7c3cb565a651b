import type { JsonObject } from '../../../../shared/json.js';
import { errorProblem, type Problem } from '../../../../shared/problem.js';
import { BoundedProblems } from '../../boundedProblems.js';
import { partsAt, textMember } from '../../specParts.js';
import { quoted } from '../../wording.js';
import { checkDescription } from './checkDescription.js';

interface Unique {
  at: string;
  members: readonly [type: string, key: string];
  title: string;
}

const uniqueParts: readonly Unique[] = [
  { at: '/dataSources/*', members: ['definitionType', 'definitionKey'], title: 'data source' },
  { at: '/members/*', members: ['type', 'id'], title: 'member' },
];

/** The check of the kind: each definition is a data source once, each user or group a member once. */
export function checkCollection(spec: JsonObject): Problem[] {
  const problems = new BoundedProblems();
  for (const problem of checkDescription(spec)) problems.add(() => problem);
  for (const { at, members, title } of uniqueParts) {
    const seen = new Set<string>();
    for (const { value, path } of partsAt(spec, at)) {
      const [type, key] = members.map((member) => textMember(value, member) ?? '');
      if (seen.size !== seen.add(`${type ?? ''}\n${key ?? ''}`).size) continue;
      const message = `The ${title} ${quoted(key)} (${type ?? ''}) is in the collection twice.`;
      problems.add(() => errorProblem('SPEC_INVALID', message, { path, fix: 'Remove one of the two.' }));
    }
  }
  return problems.list();
}
