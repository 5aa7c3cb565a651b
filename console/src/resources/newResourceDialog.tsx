/** Makes a resource by hand: its kind, its name, what contains it, and its spec. */
import { useState } from 'react';
import { KindChoicesDocument, NewResourceDocument, ParentChoicesDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { usePages } from '../api/usePages.js';
import { useSubmit } from '../shell/useSubmit.js';
import { FormDialog } from '../design/dialog.js';
import { TextField } from '../design/field.js';
import { capitalized } from '../design/format.js';
import { faultsAt, JsonField, readJsonObject, type JsonFault } from '../design/jsonField.js';
import { Choice } from '../design/menu.js';
import { ErrorState, ProblemList, SkeletonRows } from '../design/states.js';
import layout from '../design/layout.module.css';
import { useBranch } from '../shell/branch.js';

interface NewResourceDialogProps {
  /** The kind that is shown, and so most likely wanted. */
  kindName: string | undefined;
  onClose: () => void;
  onCreated: (id: string) => void;
}

const noParent = 'NONE';
const specRoot = ['input', 'spec'];

export function NewResourceDialog({ kindName, onClose, onCreated }: NewResourceDialogProps) {
  const branch = useBranch();
  const { data, error, refresh } = useQuery(KindChoicesDocument, { projectId: branch.project.id });
  const [chosenKind, setChosenKind] = useState(kindName);
  const [name, setName] = useState('');
  const [parentId, setParentId] = useState<string>();
  const [typed, setTyped] = useState<string>();
  const [fault, setFault] = useState<JsonFault>();
  const { submit, problems } = useSubmit(NewResourceDocument);

  const kinds = data?.kinds ?? [];
  const kind = kinds.find((one) => one.name === chosenKind) ?? kinds[0];
  const parents = usePages(ParentChoicesDocument, {
    variables: { branchId: branch.id, filter: { kinds: [kind?.parentKind ?? ''] } },
    pageIn: ({ resources }) => resources,
    pageSize: 500,
    isPaused: kind?.parentKind == null,
  });
  const text = typed ?? '{\n  \n}';
  const isPlaced = ({ path }: { path?: readonly string[] }) => specRoot.every((part, index) => path?.[index] === part);
  const faults = fault ? [fault] : faultsAt(text, problems.filter(isPlaced), specRoot);
  const parent = kind?.parentKind == null ? undefined : parentId;
  return (
    <FormDialog
      title="New resource"
      verb="Create"
      isWide
      whyDisabled={name.trim() === '' ? 'Enter a name first.' : whyNoParent(kind, parent)}
      onClose={onClose}
      onSubmit={async () => {
        if (!kind) return false;
        const read = readJsonObject(text);
        setFault('fault' in read ? read.fault : undefined);
        if ('fault' in read) return false;
        const input = {
          ...{ branchId: branch.id, kind: kind.name, name: name.trim(), spec: read.value },
          ...(parent !== undefined && { parentId: parent }),
        };
        const resource = (await submit({ input }))?.createResource.resource;
        if (!resource) return false;
        onCreated(resource.id);
        return true;
      }}
    >
      {error && !data && <ErrorState error={error} onRetry={refresh} />}
      {!data && !error && <SkeletonRows count={3} />}
      {kind && (
        <>
          <div className={layout.row}>
            <Choice
              label="Kind"
              value={kind.name}
              options={kinds.map((one) => ({ value: one.name, text: capitalized(one.title), note: one.pack }))}
              onChange={(next) => {
                setChosenKind(next);
                setParentId(undefined);
              }}
            />
            {kind.parentKind !== null && (
              <Choice
                label="Belongs to"
                value={parent ?? noParent}
                options={[
                  { value: noParent, text: kind.isParentRequired ? 'choose…' : 'nothing' },
                  ...parents.nodes.map((one) => ({ value: one.id, text: one.name })),
                ]}
                onChange={(next) => {
                  setParentId(next === noParent ? undefined : next);
                }}
              />
            )}
          </div>
          <TextField label="Name" value={name} onChange={setName} isMono isRequired autoFocus />
          <JsonField
            isBoxed
            label="Spec as JSON"
            value={text}
            faults={faults}
            onChange={(next) => {
              setTyped(next);
              setFault(undefined);
            }}
          />
        </>
      )}
      <ProblemList problems={problems.filter((problem) => !isPlaced(problem))} />
    </FormDialog>
  );
}

function whyNoParent(kind: { isParentRequired: boolean } | undefined, parent: string | undefined): string | undefined {
  return kind?.isParentRequired === true && parent === undefined ? 'Choose first what it belongs to.' : undefined;
}
