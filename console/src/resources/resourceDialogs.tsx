/** Questions about the open resource: its new name, whether it is detached, whether it is deleted. */
import { useState } from 'react';
import {
  DeleteOpenResourceDocument,
  DetachOpenReferenceDocument,
  RenameOpenResourceDocument,
  type OpenResourceFragment,
} from '../api/operations.generated.js';
import { useSubmit } from '../shell/useSubmit.js';
import { FormDialog } from '../design/dialog.js';
import { Checkbox, TextField } from '../design/field.js';
import { countOf, formatCount } from '../design/format.js';
import { Note, ProblemList } from '../design/states.js';
import { useToast } from '../design/toasts.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useNeededBy } from './dependenciesTab.js';
import { placeText } from './kindShape.js';
import styles from './resourceDialogs.module.css';

interface ResourceDialogProps {
  resource: Pick<OpenResourceFragment, 'id' | 'name'> & { kind: { title: string } };
  onClose: () => void;
  onDone: () => void;
}

interface Dependent {
  id: string;
  name: string;
  kindTitle: string;
  isReference: boolean;
  places: string[];
}

/** The resources that need it, each once; those that only contain it are no places of its name. */
function useDependents(id: string) {
  const pages = useNeededBy(id);
  const byId = new Map<string, Dependent>();
  for (const { at, source } of pages.nodes) {
    const { name, kind, mode } = source;
    const isReference = mode === 'REFERENCE';
    const known = byId.get(source.id) ?? { id: source.id, name, kindTitle: kind.title, isReference, places: [] };
    known.places.push(at);
    byId.set(source.id, known);
  }
  return { ...pages, dependents: [...byId.values()] };
}

interface RenameDialogProps extends ResourceDialogProps {
  resource: ResourceDialogProps['resource'] & Pick<OpenResourceFragment, 'revision'>;
}

export function RenameDialog({ resource, onClose, onDone }: RenameDialogProps) {
  const [name, setName] = useState(resource.name);
  // What others do to it meanwhile is not overwritten.
  const [expectedRevision] = useState(resource.revision);
  const { dependents, hasMore, totalCount } = useDependents(resource.id);
  const { submit, problems } = useSubmit(RenameOpenResourceDocument);
  const show = useToast();
  const naming = dependents.filter(({ places }) => places.some((at) => at !== ''));
  const count = `${hasMore ? 'at least ' : ''}${countOf(naming.length, 'resource')}`;
  const wanted = name.trim();
  return (
    <FormDialog
      title={`Rename ${resource.name}`}
      verb="Rename"
      whyDisabled={wanted === '' || wanted === resource.name ? 'Enter another name first.' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        const payload = (await submit({ input: { id: resource.id, name: wanted, expectedRevision } }))?.renameResource;
        if (!payload?.resource) return false;
        const detail = `${countOf(payload.rewrittenCount, 'resource')} that ${payload.rewrittenCount === 1 ? 'names' : 'name'} it ${payload.rewrittenCount === 1 ? 'was' : 'were'} rewritten.`;
        show({ tone: 'update', icon: 'check', title: `${resource.name} is now ${wanted}`, detail });
        onDone();
        return true;
      }}
    >
      <TextField label="Name" value={name} onChange={setName} isMono isRequired autoFocus />
      {totalCount === 0 && <p className={text.muted}>Nothing else names it.</p>}
      {naming.length > 0 && (
        <section className={layout.stack} aria-label="Rewritten resources">
          <p>The new name is written into {count}, in the same step, or nothing is:</p>
          <DependentList dependents={naming} isWithPlaces />
        </section>
      )}
      {naming.some(({ isReference }) => isReference) && (
        <Note tone="collision" icon="warn">
          A reference can’t be rewritten here. Detach it first.
        </Note>
      )}
      <ProblemList problems={problems} />
    </FormDialog>
  );
}

export function DetachDialog({ resource, onClose, onDone }: ResourceDialogProps) {
  const { submit, problems } = useSubmit(DetachOpenReferenceDocument);
  const show = useToast();
  return (
    <FormDialog
      title={`Detach ${resource.name}`}
      verb="Detach"
      onClose={onClose}
      onSubmit={async () => {
        const payload = (await submit({ input: { id: resource.id } }))?.detachReference;
        if (!payload?.resource) return false;
        show({ tone: 'update', icon: 'detach', title: `${resource.name} is a copy now and can be edited` });
        onDone();
        return true;
      }}
    >
      <p>
        It becomes a copy that this project owns: it can be edited, and later exports of the source project no longer
        update it. Where it came from stays in its history.
      </p>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}

export function DeleteDialog({ resource, onClose, onDone }: ResourceDialogProps) {
  const [isForced, setIsForced] = useState(false);
  const { dependents, hasMore, loadMore, totalCount, isLoading } = useDependents(resource.id);
  const { submit, problems } = useSubmit(DeleteOpenResourceDocument);
  const show = useToast();
  const count = `${hasMore ? 'At least ' : ''}${countOf(dependents.length, 'resource')}`;
  const isNeeded = dependents.length > 0;
  const whyNot = totalCount === undefined && isLoading ? 'Asks what needs it.' : undefined;
  return (
    <FormDialog
      title={`Delete ${resource.name}`}
      verb="Delete"
      isDanger
      whyDisabled={isNeeded && !isForced ? 'Confirm first that what needs it is left without it.' : whyNot}
      onClose={onClose}
      onSubmit={async () => {
        const payload = (await submit({ input: { id: resource.id, force: isForced } }))?.deleteResource;
        if (payload?.deletedId == null) return false;
        show({ tone: 'neutral', icon: 'trash', title: `${resource.name} is deleted` });
        onDone();
        return true;
      }}
    >
      <p>
        The {resource.kind.title} is deleted from this branch, with its history.{' '}
        {!isNeeded && !isLoading && 'Nothing needs it.'}
      </p>
      {isNeeded && (
        <section className={layout.stack} aria-label="Resources that need it">
          <p>
            {count} {dependents.length === 1 && !hasMore ? 'needs' : 'need'} it:
          </p>
          <DependentList dependents={dependents} onMore={hasMore ? loadMore : undefined} />
          <Checkbox isSelected={isForced} onChange={setIsForced}>
            Delete it although {dependents.length === 1 ? 'this resource is' : 'these resources are'} left without it
          </Checkbox>
        </section>
      )}
      <ProblemList problems={problems} />
    </FormDialog>
  );
}

interface DependentListProps {
  dependents: readonly Dependent[];
  isWithPlaces?: boolean;
  onMore?: (() => void) | undefined;
}

function DependentList({ dependents, isWithPlaces = false, onMore }: DependentListProps) {
  return (
    <ul className={styles.list}>
      {dependents.map(({ id, name, kindTitle, places, isReference }) => (
        <li key={id}>
          <span className={text.name}>{name}</span>
          <span className={`${text.muted ?? ''} ${text.nowrap ?? ''}`}>
            {isReference ? `${kindTitle}, a reference` : kindTitle}
          </span>
          {isWithPlaces && <span className={`${text.mono ?? ''} ${text.faint ?? ''}`}>{placesText(places)}</span>}
        </li>
      ))}
      {onMore && (
        <li>
          <button type="button" onClick={onMore}>
            Show more
          </button>
        </li>
      )}
    </ul>
  );
}

function placesText(places: readonly string[]): string {
  const named = places.filter((at) => at !== '').map(placeText);
  const [first = '', ...others] = named;
  return others.length === 0 ? first : `${first} and ${formatCount(others.length)} more`;
}
