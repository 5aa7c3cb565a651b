/** Which fields of records an export holds, and which records. */
import { useState } from 'react';
import {
  ParentChoicesDocument,
  RecordFieldsDocument,
  type RecordConditionInput,
  type RecordFieldsQuery,
  type RecordOperator,
} from '../api/operations.generated.js';
import type { JsonValue } from '../json.js';
import { useQuery } from '../api/requests.js';
import { usePages } from '../api/usePages.js';
import { Button } from '../design/button.js';
import { FormDialog } from '../design/dialog.js';
import { Checkbox, TextField } from '../design/field.js';
import { Choice } from '../design/menu.js';
import { ErrorState, SkeletonRows } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import styles from './exporting.module.css';
import type { RecordChoice } from './selection.js';

type Field = NonNullable<RecordFieldsQuery['exportFields']>[number];

interface Condition {
  field: string;
  operator: RecordOperator;
  value: string;
}

/** The fields of entries are those of their definition, whose name is its external reference code. */
const entryKind = 'objects/ObjectEntry';
const definitionKind = 'objects/ObjectDefinition';

const operatorWords: Readonly<Record<RecordOperator, string>> = {
  ...{ EQ: 'is', NE: 'is not', CONTAINS: 'contains', IN: 'is one of' },
  ...{ LT: 'is less than', LE: 'is at most', GT: 'is more than', GE: 'is at least', IS_NULL: 'is empty' },
};

interface RecordsDialogProps {
  /** The kind of the records. */
  kind: string;
  choice: RecordChoice;
  onChoose: (choice: RecordChoice) => void;
  onClose: () => void;
}

export function RecordsDialog({ kind, choice, onChoose, onClose }: RecordsDialogProps) {
  const branch = useBranch();
  const [chosenErc, setChosenErc] = useState<string>();
  const isOfEntries = kind === entryKind;
  const definitions = usePages(ParentChoicesDocument, {
    variables: { branchId: branch.id, filter: { kinds: [definitionKind] } },
    pageIn: ({ resources }) => resources,
    pageSize: 500,
    isPaused: !isOfEntries,
  });
  const definitionErc = isOfEntries ? (chosenErc ?? definitions.nodes[0]?.name ?? null) : null;
  const variables = { branchId: branch.id, kind, definitionErc };
  const isPaused = isOfEntries && definitionErc === null;
  const { data, error, refresh } = useQuery(RecordFieldsDocument, variables, { isPaused });
  const fields = data?.exportFields ?? [];
  const [chosen, setChosen] = useState<ReadonlySet<string> | undefined>(choice.fields && new Set(choice.fields));
  const [conditions, setConditions] = useState<readonly Condition[]>(choice.conditions.map(asTyped));
  const isChosen = ({ name, isRequired }: Field) => isRequired || (chosen?.has(name) ?? true);
  const setCondition = (at: number, change: Partial<Condition>) => {
    setConditions(conditions.map((one, index) => (index === at ? { ...one, ...change } : one)));
  };
  return (
    <FormDialog
      title="Fields and conditions"
      verb="Use"
      isWide
      isLocal
      onClose={onClose}
      onSubmit={() => {
        const all = fields.every(isChosen);
        onChoose({
          ...(!all && { fields: fields.filter(isChosen).map(({ name }) => name) }),
          conditions: conditions.map((one) => asInput(one, fields)),
        });
        return Promise.resolve(true);
      }}
    >
      {isOfEntries && definitionErc !== null && (
        <div>
          <Choice
            label="Definition"
            value={definitionErc}
            options={definitions.nodes.map(({ name }) => ({ value: name, text: name }))}
            onChange={setChosenErc}
          />
        </div>
      )}
      {error && <ErrorState error={error} onRetry={refresh} />}
      {!data && !error && <SkeletonRows count={4} />}
      {data && (
        <section className={layout.stack} aria-label="Fields">
          <h3>Fields</h3>
          <ul className={styles.fields}>
            {fields.map((field) => (
              <li key={field.name}>
                <Checkbox
                  isSelected={isChosen(field)}
                  isDisabled={field.isRequired}
                  onChange={(isTicked) => {
                    const next = new Set(fields.filter(isChosen).map(({ name }) => name));
                    if (isTicked) next.add(field.name);
                    else next.delete(field.name);
                    setChosen(next);
                  }}
                >
                  <span className={text.mono}>{field.name}</span>
                  <span className={text.muted}>{field.isRequired ? `${field.type}, always` : field.type}</span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={layout.stack} aria-label="Conditions">
        <h3>Only records that match all of</h3>
        {conditions.length === 0 && <p className={text.muted}>No conditions: all selected records.</p>}
        {conditions.map((condition, index) => (
          <div key={index} className={layout.row}>
            <Choice
              label="Field"
              isLabelShown={false}
              value={condition.field}
              options={fields.map(({ name }) => ({ value: name, text: name }))}
              onChange={(field) => {
                setCondition(index, { field });
              }}
            />
            <Choice<RecordOperator>
              label="Comparison"
              isLabelShown={false}
              value={condition.operator}
              options={(Object.keys(operatorWords) as RecordOperator[]).map((value) => ({
                value,
                text: operatorWords[value],
              }))}
              onChange={(operator) => {
                setCondition(index, { operator });
              }}
            />
            {condition.operator !== 'IS_NULL' && (
              <TextField
                label={`Value of condition ${String(index + 1)}`}
                isLabelHidden
                value={condition.value}
                placeholder={condition.operator === 'IN' ? 'values, with commas' : 'value'}
                onChange={(value) => {
                  setCondition(index, { value });
                }}
              />
            )}
            <Button
              look="quiet"
              icon="close"
              label={`Remove condition ${String(index + 1)}`}
              onPress={() => {
                setConditions(conditions.filter((_, at) => at !== index));
              }}
            />
          </div>
        ))}
        <div>
          <Button
            icon="plus"
            whyDisabled={fields.length === 0 ? 'The fields are not known.' : undefined}
            onPress={() => {
              setConditions([...conditions, { field: fields[0]?.name ?? '', operator: 'EQ', value: '' }]);
            }}
          >
            Add a condition
          </Button>
        </div>
      </section>
    </FormDialog>
  );
}

function asTyped({ field, operator, value }: RecordConditionInput): Condition {
  const words = Array.isArray(value) ? value.map(wordOf).join(', ') : wordOf(value);
  return { field, operator, value: words };
}

function wordOf(value: JsonValue | null | undefined): string {
  return value == null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

/** Values have the type of their field, which only matches values of its type. */
function asInput({ field, operator, value }: Condition, fields: readonly Field[]): RecordConditionInput {
  const type = fields.find(({ name }) => name === field)?.type.toLowerCase() ?? 'any';
  const typed = (words: string): JsonValue => {
    const word = words.trim();
    if (/bool/.test(type)) return word === 'true';
    if (/int|long|double|decimal|number/.test(type) && word !== '' && !Number.isNaN(Number(word))) return Number(word);
    return word;
  };
  if (operator === 'IS_NULL') return { field, operator, value: true };
  return { field, operator, value: operator === 'IN' ? value.split(',').map(typed) : typed(value) };
}
