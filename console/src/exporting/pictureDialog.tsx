import { lazy, Suspense } from 'react';
import type { StartExportInput } from '../api/operations.generated.js';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { SkeletonRows } from '../design/states.js';
import overlay from '../design/overlay.module.css';

/** What draws graphs is large: it is loaded when a picture is first asked for. */
const ExportPicture = lazy(() => import('./exportPicture.js').then((module) => ({ default: module.ExportPicture })));

interface PictureDialogProps {
  input: StartExportInput;
  litId: string | undefined;
  onClose: () => void;
}

export function PictureDialog({ input, litId, onClose }: PictureDialogProps) {
  return (
    <Dialog title="What comes along, as a picture" isFull onClose={onClose}>
      <Suspense fallback={<SkeletonRows />}>
        <ExportPicture input={input} litId={litId} />
      </Suspense>
      <div className={overlay.actions}>
        <Button onPress={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
