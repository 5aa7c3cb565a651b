/** Which field of the file fills which field of the records. Another mapping makes the server read the file again. */
import { useState } from 'react';
import { PlanMappingDocument, type PlanMappingQuery } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import type { JsonObject, JsonValue } from '../json.js';
import { Button } from '../design/button.js';
import { TextField } from '../design/field.js';
import { countOf, formatList } from '../design/format.js';
import { Choice } from '../design/menu.js';
import { Decide, Scroll } from '../design/page.js';
import { ErrorState, Note, SkeletonRows } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useAmendments, usePlanScreen } from './planContext.js';
import { SampleRecords } from './sampleRecords.js';
import styles from './mapping.module.css';

type Mapping = NonNullable<PlanMappingQuery['importPlan']>;
type SourceField = Mapping['sourceFields'][number];
type TargetField = Mapping['targetFields'][number];

const unused = '';

export function MappingPanel({ onClose }: { onClose: () => void }) {
  const { plan } = usePlanScreen();
  const { data, error, refresh } = useQuery(PlanMappingDocument, { id: plan.id });
  if (error && !data) return <ErrorState error={error} onRetry={refresh} />;
  if (!data?.importPlan) return <SkeletonRows />;
  return <MappingForm key={plan.updatedAt} stored={data.importPlan} onClose={onClose} />;
}

function MappingForm({ stored, onClose }: { stored: Mapping; onClose: () => void }) {
  const { whyFixed } = usePlanScreen();
  const { setOptions } = useAmendments();
  const { sourceFields, targetFields, sampleRows } = stored;
  const storedTargets = new Map(stored.mapping.map(({ source, target }) => [source, target]));
  const [targets, setTargets] = useState<ReadonlyMap<string, string>>(storedTargets);
  const used = sourceFields.filter(({ name }) => (targets.get(name) ?? unused) !== unused);
  const filled = new Set(used.map(({ name }) => targets.get(name)));
  const missing = targetFields.filter(({ isRequired, name }) => isRequired && !filled.has(name));
  const twice = [...filled].filter((target) => used.filter(({ name }) => targets.get(name) === target).length > 1);
  const isInUse = isMappingInUse(stored);
  const isChanged = sourceFields.some(({ name }) => {
    // Without a mapping, each field fills the one of its name; what is shown is a suggestion.
    const before = isInUse ? (storedTargets.get(name) ?? unused) : name;
    return (targets.get(name) ?? unused) !== before;
  });
  const why =
    whyFixed ??
    (twice.length > 0 ? `Two fields fill ${twice[0] ?? ''}.` : isChanged ? undefined : 'Nothing is changed.');
  const apply = async (mapping: { source: string; target: string }[]) => {
    const problems = await setOptions({ mapping });
    if (problems.length === 0) onClose();
  };
  return (
    <>
      <Scroll label="Mapping">
        <div className={layout.stackWide}>
          {missing.length > 0 && (
            <Note tone="collision" icon="warn">
              <p>
                No field of the file fills {formatList(missing.map(({ title }) => title))}, which every record must
                have.
              </p>
            </Note>
          )}
          <table className={`${styles.mapping ?? ''} ${styles.fields ?? ''}`} aria-label="Fields of the file">
            <thead>
              <tr>
                <th scope="col">In the file</th>
                <th scope="col">First value</th>
                <th scope="col">Fills the field</th>
              </tr>
            </thead>
            <tbody>
              {sourceFields.map((field) => (
                <MappingRow
                  key={field.name}
                  field={field}
                  targetFields={targetFields}
                  target={targets.get(field.name) ?? unused}
                  onChange={(target) => setTargets(new Map(targets).set(field.name, target))}
                />
              ))}
            </tbody>
          </table>
          <SampleRecords
            rows={isInUse ? sampleRows : sampleRows.map((row) => mapped(row, targets))}
            isOld={isInUse && isChanged}
          />
        </div>
      </Scroll>
      <Decide
        say={`${countOf(used.length, 'field')} of ${String(sourceFields.length)} used`}
        detail={`${isInUse ? 'Another mapping reads the file again.' : 'This is a suggestion: it is used once you read the file again.'} Names, ticks and modes that you chose for single items are lost.`}
      >
        <Button onPress={onClose}>Back to the items</Button>
        {isInUse && (
          <Button whyDisabled={whyFixed} onPress={() => void apply([])}>
            Read without a mapping
          </Button>
        )}
        <Button
          look="primary"
          whyDisabled={why}
          onPress={() => void apply(used.map(({ name }) => ({ source: name, target: targets.get(name) ?? unused })))}
        >
          Read the file again
        </Button>
      </Decide>
    </>
  );
}

/** Whether the file was read with the shown mapping. Else it is a suggestion, and the first records have the fields of the file. */
function isMappingInUse({ mapping, sampleRows }: Mapping): boolean {
  const renamed = mapping.filter(({ source, target }) => source !== target);
  return !sampleRows.some((row) => renamed.some(({ source }) => isRecord(row) && Object.hasOwn(row, source)));
}

function isRecord(row: JsonValue): row is JsonObject {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

/** A record of the file with the fields that it will fill. */
function mapped(row: JsonValue, targets: ReadonlyMap<string, string>): JsonValue {
  if (!isRecord(row)) return row;
  const filled = Object.entries(row).map(([name, value]) => [targets.get(name) ?? unused, value] as const);
  return Object.fromEntries(filled.filter(([target]) => target !== unused));
}

interface MappingRowProps {
  field: SourceField;
  targetFields: readonly TargetField[];
  target: string;
  onChange: (target: string) => void;
}

function MappingRow({ field: { name, sample, type }, targetFields, target, onChange }: MappingRowProps) {
  const isKnown = target === unused || targetFields.some((one) => one.name === target);
  const options = targetFields.map((one) => ({
    value: one.name,
    text: one.title === one.name ? one.name : `${one.title} (${one.name})`,
    note: `${one.type}${one.isRequired ? ', required' : ''}`,
  }));
  return (
    <tr>
      <th scope="row">
        <code>{name}</code> <span className={text.faint}>{type}</span>
      </th>
      <td title={sample ?? ''}>{sample ?? <span className={text.faint}>empty</span>}</td>
      <td>
        {targetFields.length > 0 && isKnown ? (
          <Choice
            label={`Field that ${name} fills`}
            isLabelShown={false}
            value={target}
            options={[{ value: unused, text: 'not used' }, ...options]}
            onChange={onChange}
          />
        ) : (
          <TextField
            label={`Field that ${name} fills`}
            isLabelHidden
            placeholder="not used"
            value={target}
            onChange={onChange}
            isMono
          />
        )}
      </td>
    </tr>
  );
}
