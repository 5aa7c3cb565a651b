/** What every project has of a kind without a resource: no resource gets such a name, and no file brings it. */
import type { JsonObject } from '../../shared/json.js';
import { errorProblem, warningProblem, type Problem } from '../../shared/problem.js';
import type { KindDefinition } from './kind.js';
import { quoted } from './wording.js';

type Kind = Pick<KindDefinition, 'title' | 'builtIns'>;

/** Refuses the name of something built in for a resource. */
export function refuseBuiltInName({ title, builtIns }: Kind, name: string, path: string[]): Problem[] {
  if (builtIns?.names.has(name) !== true) return [];
  const message = `Every project has the built-in ${title} ${quoted(name)}.`;
  return [errorProblem('NAME_TAKEN', message, { path, fix: 'Choose another name.' })];
}

/** Whether an item of a file is something built in, and no other resource with its name. */
export function isBuiltInItem({ builtIns }: Kind, name: string, spec: JsonObject): boolean {
  return builtIns !== undefined && builtIns.names.has(name) && builtIns.isMeant(spec);
}

/** What is told of such an item. */
export function builtInTold({ title }: Kind, name: string): Problem {
  const message = `The ${title} ${quoted(name)} is built in: every project has it, and what the file says of it is not imported.`;
  return warningProblem('BUILT_IN', message, { path: ['name'] });
}
