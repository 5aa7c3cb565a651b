import { useState } from 'react';
import { CollectionsDocument, DefinitionsLikeDocument, UploadChoicesDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { Checkbox, Segments, TextField } from '../design/field.js';
import { capitalized } from '../design/format.js';
import { Choice } from '../design/menu.js';
import { SearchedChoice } from '../design/searchedChoice.js';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { mayHoldRecords, type FileShape, type UploadOption } from './fileShape.js';
import { entryKind, type ImportSearch } from './importSearch.js';
import { MirrorKinds } from './mirrorKinds.js';
import styles from './importing.module.css';
import { delimiters, formats, quotes, strategyWords } from './settingWords.js';

export type SearchChange = { [Key in keyof ImportSearch]?: ImportSearch[Key] | undefined };

interface FieldProps {
  /** What the file looks like; undefined before there is one. */
  shape: FileShape | undefined;
  search: ImportSearch;
  onChange: (change: SearchChange) => void;
}

const none = 'NONE';
const collectionKind = 'analytics/Collection';

export function UploadOptionFields({ options, ...props }: FieldProps & { options: readonly UploadOption[] }) {
  return options.map((option) => {
    const Field = fields[option];
    return <Field key={option} {...props} />;
  });
}

interface Word {
  value: string;
  text: string;
  note?: string;
}

/** A choice that need not be made; `usual` says what happens then. */
function OptionalChoice({
  label,
  value,
  usual,
  options,
  onChange,
}: {
  label: string;
  value: string | undefined;
  usual: string;
  options: readonly Word[];
  onChange: (value: string | undefined) => void;
}) {
  return (
    <Choice
      label={label}
      value={value ?? none}
      options={[{ value: none, text: usual }, ...options]}
      onChange={(chosen) => onChange(chosen === none ? undefined : chosen)}
    />
  );
}

function ModeField({ search, onChange }: FieldProps) {
  return (
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
  );
}

function useUploadChoices() {
  const { project } = useBranch();
  return useQuery(UploadChoicesDocument, { projectId: project.id }).data;
}

function TemplateField({ search, onChange }: FieldProps) {
  const templates = useUploadChoices()?.templates?.nodes ?? [];
  if (templates.length === 0) return null;
  const options = templates.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <OptionalChoice
      {...{ label: 'Template', usual: 'none', value: search.template, options }}
      onChange={(template) => onChange({ template })}
    />
  );
}

function PrivateField({ search, onChange }: FieldProps) {
  return (
    <Checkbox isSelected={search.isPrivate ?? false} onChange={(isPrivate) => onChange({ isPrivate })}>
      Private: only you see what the import creates
    </Checkbox>
  );
}

/** Where a copy meets a resource of the same name. */
function StrategyFields({ shape, search, onChange }: FieldProps) {
  const words = strategyWords(mayHoldRecords(shape));
  return (
    <>
      <Choice
        label="What is here already"
        value={search.createStrategy ?? none}
        options={[{ value: none, text: 'as the file says, else a collision' }, ...words.create]}
        onChange={(value) => onChange({ createStrategy: value === none ? undefined : value })}
      />
      <Choice
        label="An update writes"
        value={search.updateStrategy ?? none}
        options={[{ value: none, text: 'as the file says, else the whole spec' }, ...words.update]}
        onChange={(value) => onChange({ updateStrategy: value === none ? undefined : value })}
      />
    </>
  );
}

function DeletionField({ search, onChange }: FieldProps) {
  return (
    <Checkbox
      isSelected={search.isDeletionAllowed ?? false}
      onChange={(isDeletionAllowed) => onChange({ isDeletionAllowed })}
    >
      Updates may remove parts that other data depends on
    </Checkbox>
  );
}

function MirrorField({ search, onChange }: FieldProps) {
  const kinds = useUploadChoices()?.kinds ?? [];
  return (
    <MirrorKinds
      kinds={kinds}
      value={search.mirrorKinds ?? []}
      onChange={(mirrorKinds) => onChange({ mirrorKinds: mirrorKinds.length === 0 ? undefined : mirrorKinds })}
    />
  );
}

function CollectionFields({ search, onChange }: FieldProps) {
  const branch = useBranch();
  const hasCollections = useUploadChoices()?.kinds?.some(({ name }) => name === collectionKind) ?? false;
  const variables = { branchId: branch.id, kind: collectionKind };
  const { data } = useQuery(CollectionsDocument, variables, { isPaused: !hasCollections });
  if (!hasCollections) return null;
  const options = data?.resources?.nodes.map(({ id, name, title }) => ({ value: id, text: title ?? name })) ?? [];
  return (
    <>
      <OptionalChoice
        {...{ label: 'Into the collection', usual: 'none', value: search.intoCollection, options }}
        onChange={(intoCollection) => onChange({ intoCollection })}
      />
      {search.intoCollection !== undefined && (
        <Checkbox
          isSelected={search.isScopeExtended ?? false}
          onChange={(isScopeExtended) => onChange({ isScopeExtended })}
        >
          Add missing data sources to the collection
        </Checkbox>
      )}
    </>
  );
}

function FormatField({ search, onChange }: FieldProps) {
  return (
    <OptionalChoice
      {...{ label: 'Format', usual: 'found out from the content', value: search.format, options: formats }}
      onChange={(format) => onChange({ format })}
    />
  );
}

function KindField({ shape, search, onChange }: FieldProps) {
  const kinds = useUploadChoices()?.kinds ?? [];
  const options = kinds.map(({ name, title, pack }) => ({ value: name, text: capitalized(title), note: pack }));
  const usual = shape === 'table' ? 'not chosen' : 'stated in the file';
  return (
    <OptionalChoice
      {...{ label: 'Kind of the records', usual, value: search.kind, options }}
      onChange={(kind) => onChange({ kind })}
    />
  );
}

const definitionKind = 'objects/ObjectDefinition';

/** The definition of entries, one of those on the branch. */
function DefinitionField({ shape, search, onChange }: FieldProps) {
  const branch = useBranch();
  const [find, setFind] = useState('');
  const { data } = useQuery(DefinitionsLikeDocument, { branchId: branch.id, kind: definitionKind, search: find });
  if (search.kind !== undefined && search.kind !== entryKind) return null;
  const found = data?.resources;
  const isNone = found?.totalCount === 0 && find === '';
  const options = (found?.nodes ?? []).map(({ name, title }) => ({ value: name, text: title ?? name, note: name }));
  const chosen = options.find(({ value }) => value === search.definitionErc);
  return (
    <div className={styles.optionRow}>
      <SearchedChoice
        label="Definition of the records"
        shown={chosen?.text ?? search.definitionErc ?? (shape === 'table' ? 'not chosen' : 'stated in the file')}
        value={search.definitionErc ?? ''}
        {...{ options, find }}
        onFind={setFind}
        onChange={(definitionErc) => onChange({ definitionErc })}
      />
      {isNone && <span className={text.muted}>The branch has no object definition: import it first.</span>}
    </div>
  );
}

function CsvFields({ search, onChange }: FieldProps) {
  const { delimiter, quote, hasHeader = true } = search;
  return (
    <>
      <div className={styles.optionRow}>
        <OptionalChoice
          {...{ label: 'Cells are separated by', usual: 'found out from the first lines', value: delimiter }}
          options={withValue(delimiters, delimiter)}
          onChange={(chosen) => onChange({ delimiter: chosen })}
        />
        <OptionalChoice
          {...{ label: 'Cells are enclosed by', usual: 'double quotes', value: quote }}
          options={withValue(quotes, quote)}
          onChange={(chosen) => onChange({ quote: chosen })}
        />
      </div>
      <Checkbox isSelected={hasHeader} onChange={(isNamed) => onChange({ hasHeader: isNamed ? undefined : false })}>
        The first line of the table names the columns
      </Checkbox>
    </>
  );
}

/** With the character of an address, which may be another than those that are offered. */
function withValue(options: readonly Word[], value: string | undefined): readonly Word[] {
  const isKnown = value === undefined || options.some((option) => option.value === value);
  return isKnown ? options : [...options, { value, text: value }];
}

function NameField({ search, onChange }: FieldProps) {
  return (
    <TextField
      label="Name"
      hint="For a file that holds one resource and does not name it; else the name of the file."
      value={search.name ?? ''}
      onChange={(name) => onChange({ name: name === '' ? undefined : name })}
      isMono
    />
  );
}

function StrictField({ search, onChange }: FieldProps) {
  return (
    <Checkbox isSelected={search.isStrict ?? false} onChange={(isStrict) => onChange({ isStrict })}>
      Refuse members that are not known, instead of a warning
    </Checkbox>
  );
}

const fields: Readonly<Record<UploadOption, (props: FieldProps) => React.ReactNode>> = {
  mode: ModeField,
  template: TemplateField,
  private: PrivateField,
  strategies: StrategyFields,
  deletion: DeletionField,
  mirror: MirrorField,
  collection: CollectionFields,
  format: FormatField,
  kind: KindField,
  definition: DefinitionField,
  csv: CsvFields,
  name: NameField,
  strict: StrictField,
};
