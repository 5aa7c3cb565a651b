/** The label of a read-only reference, and where it comes from. */
import { useRef, useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { OriginLineFragment } from '../api/operations.generated.js';
import { badgeClass } from '../design/badge.js';
import { Button, ButtonLink } from '../design/button.js';
import { formatFullTime } from '../design/format.js';
import { Icon } from '../design/icon.js';
import { Facts } from '../design/states.js';
import overlay from '../design/overlay.module.css';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { useWhyNot } from '../shell/rights.js';
import { DetachDialog } from './resourceDialogs.js';
import styles from './referenceLabel.module.css';

type Origin = OriginLineFragment & { previous?: OriginLineFragment | null };

interface ReferenceLabelProps {
  resource: { id: string; name: string; kind: { title: string } };
  origin: Origin;
  onDetached: () => void;
}

/** How long the pointer rests before the origin opens by itself. */
const restMs = 350;

export function ReferenceLabel({ resource, origin, onDetached }: ReferenceLabelProps) {
  const branch = useBranch();
  const whyNot = useWhyNot('EDITOR');
  const [isDetaching, setIsDetaching] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wait = (open: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(setIsOpen, restMs, open);
  };
  const importPath = branchPath({ projectKey: branch.project.key, branchName: branch.name }, 'import');
  return (
    <>
      <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
        <AriaButton
          className={badgeClass('reference')}
          onHoverStart={() => {
            wait(true);
          }}
          onHoverEnd={() => {
            wait(false);
          }}
          aria-label={`Reference: where ${resource.name} comes from`}
        >
          <Icon name="link" isSmall />
          Reference
        </AriaButton>
        <Popover className={overlay.popover ?? ''} isNonModal placement="bottom start">
          <Dialog
            className={`${overlay.body ?? ''} ${styles.origin ?? ''}`}
            aria-label={`Where ${resource.name} comes from`}
          >
            <OriginFacts origin={origin} />
            <div className={styles.actions}>
              <ButtonLink isSmall icon="upload" to={importPath}>
                Update from a file
              </ButtonLink>
              <Button
                isSmall
                icon="detach"
                whyDisabled={whyNot}
                onPress={() => {
                  setIsOpen(false);
                  setIsDetaching(true);
                }}
              >
                Detach…
              </Button>
            </div>
          </Dialog>
        </Popover>
      </DialogTrigger>
      {isDetaching && (
        <DetachDialog
          resource={resource}
          onDone={onDetached}
          onClose={() => {
            setIsDetaching(false);
          }}
        />
      )}
    </>
  );
}

/** Where a resource comes from: the export that it was imported from, and the projects that it went through. */
export function OriginFacts({ origin }: { origin: Origin }) {
  const { project, branch, exportedAt, sourceName, instance, previous } = origin;
  const owner = previous?.project ?? project;
  return (
    <>
      <p>
        <strong>Read-only reference</strong>
        {owner && <span className={text.muted}>, owned by {owner.key}</span>}
      </p>
      <Facts
        facts={[
          ['Source project', project?.key ?? 'not stated'],
          ['Branch', branch ?? 'not stated'],
          ['Exported', exportedAt == null ? 'not stated' : formatFullTime(exportedAt)],
          ['Name there', <code key="name">{sourceName}</code>],
          ['Installation', instance?.name ?? 'not stated'],
        ]}
      />
      <p className={text.small}>Chain of origins</p>
      <OriginChain origin={origin} />
    </>
  );
}

function OriginChain({ origin }: { origin: Origin }) {
  const { project, name } = useBranch();
  const steps = [origin.previous, origin].flatMap((step) => (step ? [step] : []));
  return (
    <ol className={styles.chain}>
      {steps.map((step, index) => (
        <li key={index}>
          <span>
            {step.project?.key ?? 'not stated'}
            {step.branch != null && ` / ${step.branch}`}
          </span>
          <span className={text.small}>{step.exportedAt == null ? '' : formatFullTime(step.exportedAt)}</span>
        </li>
      ))}
      <li className={styles.here}>
        <span>
          {project.key} / {name}
        </span>
        <span className={text.small}>here</span>
      </li>
    </ol>
  );
}
