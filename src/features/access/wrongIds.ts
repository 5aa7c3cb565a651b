/** Messages for an id of another type of object than required. They name the type only if the caller may see the object. */
import type { Problem } from '../../shared/problem.js';
import type { Mistake } from './guard.js';
import type { NodeType } from './place.repository.js';
import type { PlaceType } from './policy.js';
import { valueAt } from './valueAt.js';

const names: Readonly<Record<Exclude<PlaceType, 'node' | 'projectKey'>, string>> = {
  auditEvent: 'an audit event',
  binding: 'a binding',
  branch: 'a branch',
  file: 'a file',
  importItem: 'an import item',
  importPlan: 'an import plan',
  principal: 'a principal',
  project: 'a project',
  resource: 'a resource',
  schedule: 'a schedule',
  task: 'a task',
  template: 'a template',
  token: 'a token',
};

/** For the argument of an operation. */
export function wrongId({ is, required }: Pick<Mistake, 'is' | 'required'>): { sentence: string; fix: string } {
  const wanted = names[required as NodeType];
  const noun = wanted.replace(/^an? /, '');
  const article = wanted.slice(0, -noun.length);
  return {
    sentence: `This is the ID of ${names[is]}; ${article}${noun} ID is required.`,
    fix: `Give the ID of ${wanted}.`,
  };
}

interface Payload {
  problems?: readonly Problem[];
}

/** Completes the problems of a mutation about ids that were not found with the type of the object that has the id. */
export async function nameOtherIds(
  answer: unknown,
  args: unknown,
  typeOf: (id: string) => Promise<NodeType | undefined>,
): Promise<unknown> {
  const { problems } = (answer ?? {}) as Payload;
  if (!problems?.some(({ code }) => code === 'NOT_FOUND')) return answer;
  const named = problems.map(async (problem) => {
    const id = problem.code === 'NOT_FOUND' ? valueAt(args, problem.path.join('.')) : undefined;
    const type = typeof id === 'string' && problem.fix === undefined ? await typeOf(id) : undefined;
    return type ? { ...problem, fix: `This is the ID of ${names[type]}. Give another one.` } : problem;
  });
  return { ...(answer as object), problems: await Promise.all(named) };
}
