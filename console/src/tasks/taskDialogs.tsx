import { useState } from 'react';
import { DeleteTaskDocument, UndoImportDocument } from '../api/operations.generated.js';
import { ForceBox, inWordsOfForce, mayForce } from '../shell/force.js';
import { useSubmit } from '../shell/useSubmit.js';
import { FormDialog } from '../design/dialog.js';
import { formatTime } from '../design/format.js';
import { ProblemList } from '../design/states.js';
import { taskTitles } from '../shell/taskTitles.js';
import type { TaskDialog } from './taskMenu.js';
import { fileNameOf, resultOf, undoTargetOf } from './taskWords.js';

interface DialogProps extends TaskDialog {
  onClose: () => void;
  onDone: () => void;
}

export function TaskDialogs(props: DialogProps) {
  return props.what === 'undo' ? <UndoDialog {...props} /> : <DeleteDialog {...props} />;
}

function UndoDialog({ task, onClose, onDone }: DialogProps) {
  const { submit, problems } = useSubmit(UndoImportDocument);
  const [isForced, setIsForced] = useState(false);
  const [isRefused, setIsRefused] = useState(false);
  const { taskId, isImported: isImport } = undoTargetOf(task) ?? { taskId: task.id, isImported: true };
  const fileName = fileNameOf(task);
  return (
    <FormDialog
      title={isImport ? 'Undo this import?' : 'Apply the import again?'}
      verb={isImport ? 'Undo the import' : 'Apply again'}
      onClose={onClose}
      onSubmit={async () => {
        const payload = (await submit({ input: { taskId, force: isForced } }))?.undoImport;
        if (!isForced) setIsRefused(mayForce(payload?.problems ?? []));
        if (payload?.task) onDone();
        return payload?.task != null;
      }}
    >
      <p>
        {fileName === undefined ? 'The task' : <code>{fileName}</code>}, {formatTime(task.createdAt)}:{' '}
        {resultOf(task).main}.{' '}
        {isImport
          ? 'What it created is deleted, and what it updated gets its content of before.'
          : 'What was taken back is there again as the import left it.'}
      </p>
      <ProblemList problems={inWordsOfForce(problems)} />
      {isRefused && <ForceBox isForced={isForced} onChange={setIsForced} />}
    </FormDialog>
  );
}

function DeleteDialog({ task, onClose, onDone }: DialogProps) {
  const { submit, problems } = useSubmit(DeleteTaskDocument);
  return (
    <FormDialog
      title={`Delete this ${taskTitles[task.type].toLowerCase()}?`}
      verb="Delete"
      isDanger
      onClose={onClose}
      onSubmit={async () => {
        const payload = (await submit({ input: { id: task.id } }))?.deleteTask;
        if (payload?.deletedId != null) onDone();
        return payload?.deletedId != null;
      }}
    >
      <p>
        The task of {formatTime(task.createdAt)} goes from the list, with its files. Resources stay as they are
        {task.type === 'EXECUTE_IMPORT' && ', and the import can no longer be undone'}.
      </p>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
