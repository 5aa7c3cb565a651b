/** The label of a read-only reference, and where it comes from. */
import { useEffect, useRef, useState, type RefObject } from 'react';
import { Button as AriaButton, Popover } from 'react-aria-components';
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
  const label = useRef<HTMLButtonElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { isOpen, setIsOpen, wait, open } = useRestingPopover({ label, body });
  const importPath = branchPath({ projectKey: branch.project.key, branchName: branch.name }, 'import');
  return (
    <>
      <AriaButton
        ref={label}
        className={badgeClass('reference')}
        onHoverStart={() => {
          wait(true);
        }}
        onHoverEnd={() => {
          wait(false);
        }}
        onFocus={({ target }) => {
          if (target.matches(':focus-visible')) wait(true);
        }}
        onBlur={() => {
          wait(false);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setIsOpen(false);
        }}
        onPress={open}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={`Reference: where ${resource.name} comes from`}
      >
        <Icon name="link" isSmall />
        Reference
      </AriaButton>
      <Popover
        className={overlay.popover ?? ''}
        triggerRef={label}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        isNonModal
        placement="bottom start"
      >
        <div
          ref={body}
          role="dialog"
          tabIndex={-1}
          className={`${overlay.body ?? ''} ${styles.origin ?? ''}`}
          aria-label={`Where ${resource.name} comes from`}
          onPointerEnter={() => {
            wait(true);
          }}
          onPointerLeave={() => {
            wait(false);
          }}
          onFocus={() => {
            wait(true);
          }}
          onBlur={() => {
            wait(false);
          }}
        >
          <OriginFacts origin={origin} />
          <div className={styles.actions}>
            {whyNot === undefined && (
              <ButtonLink isSmall icon="upload" to={importPath}>
                Update from a file
              </ButtonLink>
            )}
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
        </div>
      </Popover>
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

interface PopoverParts {
  label: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
}

/** Opens when the pointer or the focus rests on the label, and stays while either is in what was opened. */
function useRestingPopover({ label, body }: PopoverParts) {
  const [isOpen, setIsOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    return () => {
      clearTimeout(timer.current);
    };
  }, []);
  const wait = (isWanted: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(setIsOpen, restMs, isWanted);
  };
  const close = (open: boolean) => {
    clearTimeout(timer.current);
    if (!open && body.current?.contains(document.activeElement)) label.current?.focus();
    setIsOpen(open);
  };
  /** At once, with the focus on what can be done there. */
  const open = () => {
    clearTimeout(timer.current);
    setIsOpen(true);
    requestAnimationFrame(() => {
      body.current?.querySelector<HTMLElement>('a, button')?.focus();
    });
  };
  return { isOpen, setIsOpen: close, wait, open };
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
