/** Who may read and use the open resource. */
import { useState } from 'react';
import {
  ReaderCandidatesDocument,
  ResourceReadersDocument,
  SetReadersDocument,
  type ResourceReadersQuery,
} from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { usePages } from '../api/usePages.js';
import { useSubmit } from '../shell/useSubmit.js';
import { Button, TextButton } from '../design/button.js';
import { DrawerFoot } from '../design/drawer.js';
import drawer from '../design/drawer.module.css';
import { SearchField, Segments, TextField } from '../design/field.js';
import { ErrorState, Note, ProblemList, SkeletonRows } from '../design/states.js';
import { useWhyNot } from '../shell/rights.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';

type Reader = NonNullable<NonNullable<ResourceReadersQuery['resource']>['readers']>[number];

interface ChosenReader {
  id: string;
  name: string;
  type: string;
  /** As typed: names with commas between them; empty for all. */
  tenants: string;
}

const typeWords: Readonly<Record<string, string>> = {
  USER: 'user',
  SERVICE_ACCOUNT: 'service account',
  GROUP: 'group',
};

function chosenFrom({ principal, tenants }: Reader): ChosenReader {
  return { ...principal, tenants: tenants?.join(', ') ?? '' };
}

export function ReadersTab({ id }: { id: string }) {
  const { data, error, refresh } = useQuery(ResourceReadersDocument, { id }, { policy: 'network-only' });
  if (error) return <ErrorState error={error} onRetry={refresh} />;
  if (!data?.resource) return <SkeletonRows count={3} />;
  const { readers } = data.resource;
  return <ReadersForm key={JSON.stringify(readers)} {...{ id, saved: readers, onSaved: refresh }} />;
}

interface ReadersFormProps {
  id: string;
  saved: readonly Reader[] | null;
  onSaved: () => void;
}

function ReadersForm({ id, saved, onSaved }: ReadersFormProps) {
  const [chosen, setChosen] = useState<readonly ChosenReader[] | null>(saved?.map(chosenFrom) ?? null);
  const { submit, problems, isBusy } = useSubmit(SetReadersDocument);
  const whyNot = useWhyNot('MANAGER');
  const isChanged = JSON.stringify(chosen) !== JSON.stringify(saved?.map(chosenFrom) ?? null);
  const save = async () => {
    const readers =
      chosen?.map(({ id: principalId, tenants }) => ({
        principalId,
        tenants: tenants.trim() === '' ? null : tenants.split(',').map((tenant) => tenant.trim()),
      })) ?? null;
    const data = await submit({ input: { resourceId: id, readers } });
    if (data?.setResourceReaders.resource) onSaved();
  };
  return (
    <>
      <div className={drawer.tools}>
        <Segments
          label="Who may read it"
          isDisabled={whyNot !== undefined}
          value={chosen === null ? 'all' : 'some'}
          options={[
            { value: 'all', text: 'Everyone who sees the project' },
            { value: 'some', text: 'Only some' },
          ]}
          onChange={(value) => {
            setChosen(value === 'all' ? null : []);
          }}
        />
      </div>
      <div className={layout.scroll}>
        {whyNot !== undefined && (
          <div className={drawer.body}>
            <Note icon="lock">{whyNot}</Note>
          </div>
        )}
        {chosen === null ? (
          <p className={`${drawer.body ?? ''} ${text.muted ?? ''}`}>
            Everyone who can see the project may read, use and export it.
          </p>
        ) : (
          <>
            {chosen.length === 0 && (
              <div className={drawer.body}>
                <Note tone="collision" icon="warn">
                  Nobody but managers would see it.
                </Note>
              </div>
            )}
            <ul className={drawer.items} aria-label="Readers">
              {chosen.map((reader) => (
                <ReaderRow
                  key={reader.id}
                  reader={reader}
                  isFixed={whyNot !== undefined}
                  onChange={(next) => {
                    setChosen(chosen.flatMap((one) => (one.id !== reader.id ? [one] : next ? [next] : [])));
                  }}
                />
              ))}
            </ul>
            {whyNot === undefined && (
              <AddReader
                taken={new Set(chosen.map(({ id: taken }) => taken))}
                onAdd={(reader) => {
                  setChosen([...chosen, reader]);
                }}
              />
            )}
          </>
        )}
        <div className={drawer.body}>
          <ProblemList problems={problems} />
        </div>
      </div>
      {isChanged && (
        <DrawerFoot>
          <span className={`${layout.grow ?? ''} ${text.muted ?? ''}`}>Changed, not saved.</span>
          <Button
            onPress={() => {
              setChosen(saved?.map(chosenFrom) ?? null);
            }}
          >
            Discard
          </Button>
          <Button
            look="primary"
            whyDisabled={whyNot ?? (isBusy ? 'Waits for the server.' : undefined)}
            onPress={() => void save()}
          >
            Save
          </Button>
        </DrawerFoot>
      )}
    </>
  );
}

interface ReaderRowProps {
  reader: ChosenReader;
  isFixed: boolean;
  onChange: (reader: ChosenReader | undefined) => void;
}

function ReaderRow({ reader, isFixed, onChange }: ReaderRowProps) {
  return (
    <li style={{ gridTemplateColumns: 'minmax(0, 1fr) 152px auto' }}>
      <span className={layout.row}>
        <span className={text.cut}>{reader.name}</span>
        <span className={text.muted}>{typeWords[reader.type]}</span>
      </span>
      <TextField
        label={`Tenants of ${reader.name}`}
        isLabelHidden
        isSmall
        placeholder="all tenants"
        value={reader.tenants}
        isReadOnly={isFixed}
        onChange={(tenants) => {
          onChange({ ...reader, tenants });
        }}
      />
      {!isFixed && (
        <Button
          look="quiet"
          isSmall
          icon="close"
          label={`Remove ${reader.name}`}
          onPress={() => {
            onChange(undefined);
          }}
        />
      )}
    </li>
  );
}

interface AddReaderProps {
  taken: ReadonlySet<string>;
  onAdd: (reader: ChosenReader) => void;
}

function AddReader({ taken, onAdd }: AddReaderProps) {
  const [find, setFind] = useState('');
  const { nodes, totalCount, error } = usePages(ReaderCandidatesDocument, {
    variables: { filter: find === '' ? {} : { search: find } },
    pageIn: ({ principals }) => principals,
    pageSize: 20,
  });
  const free = nodes.filter(({ id }) => !taken.has(id));
  return (
    <>
      <div className={drawer.tools}>
        <SearchField label="Add a user, service account or group" value={find} onChange={setFind} />
      </div>
      {error && <p className={`${drawer.body ?? ''} ${text.muted ?? ''}`}>{error.graphQLErrors[0]?.message}</p>}
      {totalCount === 0 && (
        <p className={`${drawer.body ?? ''} ${text.muted ?? ''}`}>Nobody of this name has been seen.</p>
      )}
      <ul className={drawer.body} aria-label="Who can be added">
        {free.map(({ id, name, type }) => (
          <li key={id}>
            <TextButton
              onPress={() => {
                onAdd({ id, name, type, tenants: '' });
              }}
            >
              {name}
            </TextButton>{' '}
            <span className={text.muted}>{typeWords[type]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
