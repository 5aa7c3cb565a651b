import { CollectionsDocument, UploadChoicesDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { Checkbox, Segments, TextField } from '../design/field.js';
import { capitalized } from '../design/format.js';
import { Choice } from '../design/menu.js';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import type { ImportSearch } from './importSearch.js';
import styles from './importing.module.css';
import { createStrategies, formats, updateStrategies } from './settingWords.js';

export type SearchChange = { [Key in keyof ImportSearch]?: ImportSearch[Key] | undefined };

interface UploadOptionsProps {
  search: ImportSearch;
  onChange: (change: SearchChange) => void;
}

const none = 'NONE';
const collectionKind = 'analytics/Collection';

export function UploadOptions({ search, onChange }: UploadOptionsProps) {
  const branch = useBranch();
  const { data } = useQuery(UploadChoicesDocument, { projectId: branch.project.id });
  const kinds = data?.kinds ?? [];
  const templates = data?.templates?.nodes ?? [];
  const hasCollections = kinds.some(({ name }) => name === collectionKind);
  const collections = useQuery(
    CollectionsDocument,
    { branchId: branch.id, kind: collectionKind },
    { isPaused: !hasCollections },
  ).data?.resources?.nodes;
  return (
    <div className={styles.options}>
      <fieldset>
        <legend>How items come in</legend>
        <div className={styles.optionRow}>
          <Segments
            label="Import as"
            value={search.mode ?? 'COPY'}
            options={[
              { value: 'COPY', text: 'Copies' },
              { value: 'REFERENCE', text: 'References' },
            ]}
            onChange={(mode) => onChange({ mode })}
          />
          <span className={text.muted}>
            {search.mode === 'REFERENCE'
              ? 'Read-only; a newer export of the source updates them.'
              : 'They belong to this project, and you can edit them.'}
          </span>
        </div>
        {templates.length > 0 && (
          <Choice
            label="Template"
            value={search.template ?? none}
            options={[{ value: none, text: 'none' }, ...templates.map(({ id, name }) => ({ value: id, text: name }))]}
            onChange={(value) => onChange({ template: value === none ? undefined : value })}
          />
        )}
        <Checkbox isSelected={search.isPrivate ?? false} onChange={(isPrivate) => onChange({ isPrivate })}>
          Private: only you see what the import creates
        </Checkbox>
      </fieldset>
      <fieldset>
        <legend>Where a copy meets a resource of the same name</legend>
        <Choice
          label="Records that are here"
          value={search.createStrategy ?? none}
          options={[{ value: none, text: 'as the file says, else a collision' }, ...createStrategies]}
          onChange={(value) => onChange({ createStrategy: value === none ? undefined : value })}
        />
        <Choice
          label="An update"
          value={search.updateStrategy ?? none}
          options={[{ value: none, text: 'as the file says, else overwrites' }, ...updateStrategies]}
          onChange={(value) => onChange({ updateStrategy: value === none ? undefined : value })}
        />
        <Checkbox
          isSelected={search.isDeletionAllowed ?? false}
          onChange={(isDeletionAllowed) => onChange({ isDeletionAllowed })}
        >
          Updates may remove parts that other data depends on
        </Checkbox>
      </fieldset>
      {hasCollections && (
        <fieldset>
          <legend>Reports and dashboards</legend>
          <Choice
            label="Into the collection"
            value={search.intoCollection ?? none}
            options={[
              { value: none, text: 'none' },
              ...(collections ?? []).map(({ id, name, title }) => ({ value: id, text: title ?? name })),
            ]}
            onChange={(value) => onChange({ intoCollection: value === none ? undefined : value })}
          />
          <Checkbox
            isSelected={search.isScopeExtended ?? false}
            onChange={(isScopeExtended) => onChange({ isScopeExtended })}
          >
            Add missing data sources to the collection
          </Checkbox>
        </fieldset>
      )}
      <fieldset>
        <legend>What the file does not say</legend>
        <Choice
          label="Format"
          value={search.format ?? none}
          options={[{ value: none, text: 'found out from the content' }, ...formats]}
          onChange={(value) => onChange({ format: value === none ? undefined : value })}
        />
        <Choice
          label="Kind of the records"
          value={search.kind ?? none}
          options={[
            { value: none, text: 'stated in the file' },
            ...kinds.map(({ name, title, pack }) => ({ value: name, text: capitalized(title), note: pack })),
          ]}
          onChange={(value) => onChange({ kind: value === none ? undefined : value })}
        />
        <TextField
          label="Definition of the records"
          hint="The external reference code of their object definition."
          value={search.definitionErc ?? ''}
          onChange={(definitionErc) => onChange({ definitionErc: definitionErc === '' ? undefined : definitionErc })}
          isMono
        />
        <TextField
          label="Name"
          hint="For a file that holds one resource and does not name it; else the name of the file."
          value={search.name ?? ''}
          onChange={(name) => onChange({ name: name === '' ? undefined : name })}
          isMono
        />
        <Checkbox isSelected={search.isStrict ?? false} onChange={(isStrict) => onChange({ isStrict })}>
          Refuse members that are not known, instead of a warning
        </Checkbox>
      </fieldset>
    </div>
  );
}
