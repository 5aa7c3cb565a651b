/** Undoes an import, or applies it again. The question stays what it was when it was asked. */
import { useState } from 'react';
import { UndoPlanDocument } from '../api/operations.generated.js';
import { Button } from '../design/button.js';
import { FormDialog } from '../design/dialog.js';
import { Note, ProblemList } from '../design/states.js';
import { ForceBox, inWordsOfForce, mayForce } from '../shell/force.js';
import { useSubmit } from '../shell/useSubmit.js';

interface UndoQuestion {
  /** The task to undo: the import, or what came last of its undos. */
  taskId: string;
  /** Whether the import is on the branch, so that it would be undone; otherwise it would be applied again. */
  isImported: boolean;
}

interface UndoButtonProps {
  /** What would be asked now. */
  question: UndoQuestion;
  /** Whether a task does it just now. */
  isRunning: boolean;
  whyDisabled: string | undefined;
  onDone: () => void;
}

export function UndoButton({ question, isRunning, whyDisabled, onDone }: UndoButtonProps) {
  const [asked, setAsked] = useState<UndoQuestion>();
  const { taskId, isImported } = question;
  const whyBusy = isImported ? 'It is being undone.' : 'It is being applied again.';
  return (
    <>
      <Button icon="undo" whyDisabled={isRunning ? whyBusy : whyDisabled} onPress={() => setAsked(question)}>
        {isImported ? 'Undo…' : 'Import again…'}
      </Button>
      {asked && (
        <UndoDialog
          {...asked}
          isOvertaken={isRunning || asked.taskId !== taskId || asked.isImported !== isImported}
          onDone={onDone}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

interface UndoDialogProps extends UndoQuestion {
  /** Whether others have done it since the question was asked, or are about to. */
  isOvertaken: boolean;
  onDone: () => void;
  onClose: () => void;
}

const words = {
  undo: {
    title: 'Undo the import?',
    verb: 'Undo',
    meaning: 'What it created is deleted, and what it changed gets its previous content. An undo can be undone too.',
    overtaken: 'Others have undone the import meanwhile.',
  },
  again: {
    title: 'Import again?',
    verb: 'Import again',
    meaning: 'The undo is taken back: the branch gets again what the import had brought.',
    overtaken: 'Others have applied the import again meanwhile.',
  },
};

function UndoDialog({ taskId, isImported, isOvertaken, onDone, onClose }: UndoDialogProps) {
  const [isForced, setIsForced] = useState(false);
  const [isRefused, setIsRefused] = useState(false);
  const { submit, problems, isBusy } = useSubmit(UndoPlanDocument);
  const { title, verb, meaning, overtaken } = words[isImported ? 'undo' : 'again'];
  const isLate = isOvertaken && !isBusy;
  return (
    <FormDialog
      title={title}
      verb={verb}
      isDanger
      whyDisabled={isLate ? overtaken : undefined}
      onClose={onClose}
      onSubmit={async () => {
        const payload = (await submit({ input: { taskId, force: isForced } }))?.undoImport;
        if (!isForced) setIsRefused(mayForce(payload?.problems ?? []));
        if (!payload?.task) return false;
        onDone();
        return true;
      }}
    >
      {isLate ? (
        <Note tone="collision" icon="warn">
          <p role="status">{overtaken}</p>
        </Note>
      ) : (
        <p>{meaning}</p>
      )}
      <ProblemList problems={inWordsOfForce(problems)} />
      {isRefused && <ForceBox isForced={isForced} onChange={setIsForced} />}
    </FormDialog>
  );
}
