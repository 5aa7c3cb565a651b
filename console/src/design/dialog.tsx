import { useState, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.js';
import { useWhyNotWritten } from './writing.js';
import layout from './layout.module.css';
import styles from './overlay.module.css';

interface DialogProps {
  title: string;
  isWide?: boolean;
  /** Whether it takes the screen, for what needs room. */
  isFull?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A question that has to be answered before anything else. */
export function Dialog({ title, isWide = false, isFull = false, onClose, children }: DialogProps) {
  const size = isFull ? styles.full : isWide ? styles.wide : undefined;
  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`${styles.modal ?? ''} ${size ?? ''}`}>
        <AriaDialog className={styles.dialog ?? ''}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface FormDialogProps {
  title: string;
  /** What the button at the end does, as a verb. */
  verb: string;
  isDanger?: boolean;
  isWide?: boolean;
  whyDisabled?: string | undefined;
  /** Whether it only changes what is on screen: then it needs no connection. */
  isLocal?: boolean;
  onClose: () => void;
  /** Ends with true when the dialog has done its work and closes. */
  onSubmit: () => Promise<boolean>;
  children: ReactNode;
}

/** A dialog with fields: Enter does what its button does, and it stays open while the server refuses. */
export function FormDialog({
  title,
  verb,
  isDanger = false,
  isWide = false,
  whyDisabled,
  isLocal = false,
  onClose,
  onSubmit,
  children,
}: FormDialogProps) {
  const [isBusy, setIsBusy] = useState(false);
  const whyNotWritten = useWhyNotWritten();
  const whyNot = (isLocal ? undefined : whyNotWritten) ?? whyDisabled;
  const submit = async () => {
    if (isBusy || whyNot !== undefined) return;
    setIsBusy(true);
    const isDone = await onSubmit().finally(() => {
      setIsBusy(false);
    });
    if (isDone) onClose();
  };
  return (
    <Dialog title={title} isWide={isWide} onClose={onClose}>
      <form
        noValidate
        className={layout.stackWide}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {children}
        <div className={styles.actions}>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            type="submit"
            look={isDanger ? 'danger' : 'primary'}
            whyDisabled={isBusy ? 'Waits for the server.' : whyNot}
          >
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
