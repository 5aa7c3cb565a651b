import { useState } from 'react';
import { SaveTemplateDocument, type SaveTemplateInput } from '../api/operations.generated.js';
import { Checkbox } from '../design/field.js';
import { ProblemList, type ShownProblem } from '../design/states.js';
import { useSubmit } from '../shell/useSubmit.js';

/** Saves a template. Where its name is taken, a person may say that the one there is replaced. */
export function useSaveTemplate(onDone: (id: string) => void) {
  const { submit, problems } = useSubmit(SaveTemplateDocument);
  const [mayReplace, setMayReplace] = useState(false);
  const save = async (input: Omit<SaveTemplateInput, 'isOverwriteAllowed'>, isOwnName = false) => {
    const payload = await submit({ input: { ...input, isOverwriteAllowed: isOwnName || mayReplace } });
    const template = payload?.saveTemplate.template ?? undefined;
    if (template) onDone(template.id);
    return template;
  };
  const isTaken = problems.some(({ code }) => code === 'NAME_TAKEN');
  // The fix of a taken name is the tick below it.
  const shown = problems.map(({ fix, ...problem }) =>
    problem.code === 'NAME_TAKEN' ? problem : { ...problem, fix: fix ?? null },
  );
  const notesWithout = (placed: (problem: ShownProblem) => boolean) => (
    <>
      <ProblemList problems={shown.filter((problem) => !placed(problem))} />
      {(isTaken || mayReplace) && (
        <Checkbox isSelected={mayReplace} onChange={setMayReplace}>
          Replace the template of this name
        </Checkbox>
      )}
    </>
  );
  return { save, problems, notesWithout, notes: notesWithout(() => false) };
}
