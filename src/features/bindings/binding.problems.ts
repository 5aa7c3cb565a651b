import { errorProblem, type Problem } from '../../shared/problem.js';
import { quoted, unknownKindsIn, validateName, type KindRegistry } from '../kinds/worker.js';
import { leavesParent, parentKept } from '../records/worker.js';
import type { SetBindingInput } from './binding.inputs.js';

export function bindingNotFound(): Problem {
  return errorProblem('NOT_FOUND', 'There is no binding with this id.', { path: ['input', 'id'] });
}

/** Nothing says which project is meant. */
export function unknownSource({ sourceProject }: SetBindingInput): Problem {
  const message = `No file of a project ${quoted(sourceProject.slice(0, 80))} was read into this project.`;
  const fix = 'Make a plan of a file from it first; the field "source" of the plan names its project.';
  return errorProblem('NOT_FOUND', message, { path: ['input', 'sourceProject'], fix });
}

/** What is wrong with kind and names. */
export function bindingFaults(kinds: KindRegistry, { kind: kindName, name, toName, type }: SetBindingInput): Problem[] {
  const kind = kinds.find(kindName);
  if (!kind)
    return unknownKindsIn(kinds, [kindName]).map(({ message, fix }) =>
      errorProblem('UNKNOWN_KIND', message, { path: ['input', 'kind'], fix }),
    );
  const path = ['input', 'toName'];
  const faults = validateName(kind, toName).map((problem) => ({ ...problem, path }));
  if (faults.length > 0) return faults;
  if (leavesParent(kind, name, toName)) return [parentKept(name, path)];
  if (type === 'RENAME' && name === toName)
    return [
      errorProblem('NAME_INVALID', `It has the name ${quoted(name)} in the source project already.`, {
        path,
        fix: 'Choose another name, or delete the binding.',
      }),
    ];
  return [];
}
