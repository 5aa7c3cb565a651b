/** The controls that do what the fixes of an item's problems say. */
import type { PlanItemFragment } from '../api/operations.generated.js';
import { Button } from '../design/button.js';
import { useBranch } from '../shell/branch.js';
import { PrerequisiteChoice } from './prerequisiteChoice.js';
import { useAmendments, usePlanScreen } from './planContext.js';
import { prerequisiteCodes } from './remedies.js';
import { isOfRecords } from './settingWords.js';
import { usePrerequisites } from './usePrerequisites.js';
import { useWhyNoReference } from './whyNoReference.js';
import styles from './plan.module.css';

const copyCodes = new Set(['REFERENCE_NOT_ALLOWED', 'SOURCE_UNKNOWN', 'ARCHITECTURE_REQUIRED']);

function leaveOutTitle({ existing, isDeletion }: PlanItemFragment): string {
  if (isDeletion) return 'Keep it';
  return existing ? 'Leave out, use the branch’s' : 'Leave out';
}

export function ItemRemedies({ item }: { item: PlanItemFragment }) {
  const { project } = useBranch();
  const { whyFixed, plan, onMapping } = usePlanScreen();
  const { select, setMode, setOptions, switchPackOn } = useAmendments();
  const errors = item.problems.filter(({ severity }) => severity === 'ERROR');
  const codes = new Set<string>(errors.map(({ code }) => code));
  const whyNoReference = useWhyNoReference();
  const has = (...wanted: string[]) => wanted.some((code) => codes.has(code));
  const needsPrerequisite = [...codes].some((code) => prerequisiteCodes.has(code));
  const { open } = usePrerequisites(plan.id, plan.updatedAt, !needsPrerequisite);
  const wanted = open.filter(
    ({ name, requiredBy }) =>
      requiredBy.nodes.some(({ id }) => id === item.id) || errors.some(({ message }) => message.includes(`"${name}"`)),
  );
  if (whyFixed !== undefined) return null;
  const { existing, mode, kind } = item;
  const canUpdate =
    has('NAME_COLLISION') && mode === 'COPY' && existing?.mode === 'EDITABLE' && existing.kind.name === kind.name;
  const canBeReference =
    has('NAME_COLLISION') && mode === 'COPY' && existing?.mode === 'REFERENCE' && whyNoReference(kind) === undefined;
  return (
    <>
      {needsPrerequisite &&
        wanted.map((prerequisite) => (
          <PrerequisiteChoice key={`${prerequisite.kind.name} ${prerequisite.name}`} prerequisite={prerequisite} />
        ))}
      <div className={styles.remedy}>
        {canUpdate && (
          <Button isSmall onPress={() => void setOptions({ createStrategy: 'UPSERT' })}>
            {isOfRecords(plan.format) ? 'Add or Update Records' : 'Update what is here'}, for the whole file
            {plan.counts.collision > 1 &&
              `: it decides every collision with a copy, of ${String(plan.counts.collision)}`}
          </Button>
        )}
        {canBeReference && (
          <Button isSmall onPress={() => void setMode({ itemIds: [item.id], mode: 'REFERENCE' })}>
            Import as a reference, to update that one
          </Button>
        )}
        {[...codes].some((code) => copyCodes.has(code)) && (
          <Button isSmall onPress={() => void setMode({ itemIds: [item.id], mode: 'COPY' })}>
            Import as a copy
          </Button>
        )}
        {has('DELETION_NOT_ALLOWED') && item.isDeletion && (
          <Button isSmall onPress={() => void setOptions({ isDeletionAllowed: true })}>
            Allow all deletions
          </Button>
        )}
        {has('DELETION_NOT_ALLOWED') && !item.isDeletion && (
          <>
            <Button isSmall onPress={() => void setOptions({ isDeletionAllowed: true })}>
              Allow updates to remove parts
            </Button>
            <Button isSmall onPress={() => void setOptions({ updateStrategy: 'PARTIAL_UPDATE' })}>
              {isOfRecords(plan.format) ? 'Update Changed Record Fields: keep' : 'Keep'} what the file does not contain
            </Button>
          </>
        )}
        {has('SOURCE_MISSING', 'SOURCE_TENANT_MISSING') && (
          <Button isSmall onPress={() => void setOptions({ isScopeExtended: true })}>
            Add missing data sources to the collection
          </Button>
        )}
        {has('PACK_OFF') && (
          <Button isSmall onPress={() => void switchPackOn(project.id, kind.name.split('/')[0] ?? '')}>
            Switch the pack on for this project
          </Button>
        )}
        {has('ITEM_MALFORMED') && onMapping && (
          <Button isSmall look="primary" onPress={onMapping}>
            Map the fields
          </Button>
        )}
        <Button isSmall onPress={() => void select({ itemIds: [item.id], isSelected: false })}>
          {leaveOutTitle(item)}
        </Button>
      </div>
    </>
  );
}
