/** The options of a plan, which can be changed as long as it was not executed. */
import { useState } from 'react';
import { CollectionsDocument, UploadChoicesDocument, type SetImportOptionsInput } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { FormDialog } from '../design/dialog.js';
import { Checkbox } from '../design/field.js';
import { Choice } from '../design/menu.js';
import { ProblemList, type ShownProblem } from '../design/states.js';
import { useBranch } from '../shell/branch.js';
import { searchOfSettings } from './importSearch.js';
import { MirrorKinds } from './mirrorKinds.js';
import { useAmendments, usePlanScreen } from './planContext.js';
import { isOfRecords, strategyWords } from './settingWords.js';

const none = '';
const collectionKind = 'analytics/Collection';

type MirrorProps = Parameters<typeof MirrorKinds>[0];

/** Kinds of the products that the file is of: one that it no longer has may be among them. Nothing without a source. */
function MirrorChoice({
  kinds,
  chosen,
  onChange,
}: {
  kinds: readonly (MirrorProps['kinds'][number] & { pack: string })[];
  chosen: readonly string[] | null | undefined;
  onChange: MirrorProps['onChange'];
}) {
  const { plan } = usePlanScreen();
  if (!plan.source?.project) return null;
  const packs = new Set(plan.kindCounts.map(({ kind }) => kind.pack));
  return (
    <MirrorKinds
      kinds={kinds.filter(({ pack }) => packs.has(pack))}
      value={chosen ?? searchOfSettings(plan.settings).mirrorKinds ?? []}
      onChange={onChange}
    />
  );
}

export function PlanSettings({ whyFixed, onClose }: { whyFixed: string | undefined; onClose: () => void }) {
  const branch = useBranch();
  const { plan } = usePlanScreen();
  const { setOptions } = useAmendments();
  const settings = searchOfSettings(plan.settings);
  const words = strategyWords(isOfRecords(plan.format));
  const [change, setChange] = useState<Omit<SetImportOptionsInput, 'planId'>>({});
  const [problems, setProblems] = useState<readonly ShownProblem[]>([]);
  const { data } = useQuery(UploadChoicesDocument, { projectId: branch.project.id });
  const hasCollections = data?.kinds?.some(({ name }) => name === collectionKind) ?? false;
  const variables = { branchId: branch.id, kind: collectionKind };
  const collections = useQuery(CollectionsDocument, variables, { isPaused: !hasCollections }).data?.resources?.nodes;
  const into = change.intoCollection ?? settings.intoCollection ?? none;
  const set = (part: Omit<SetImportOptionsInput, 'planId'>) => setChange({ ...change, ...part });
  return (
    <FormDialog
      title="Options of this import"
      verb="Apply"
      whyDisabled={whyFixed ?? (Object.keys(change).length === 0 ? 'Nothing is changed.' : undefined)}
      onClose={onClose}
      onSubmit={async () => {
        const refused = await setOptions(change);
        setProblems(refused);
        return refused.length === 0;
      }}
    >
      <Choice
        label="What is here already"
        value={change.createStrategy ?? settings.createStrategy ?? 'INSERT'}
        options={words.create}
        onChange={(createStrategy) => set({ createStrategy })}
      />
      <Choice
        label="An update writes"
        value={change.updateStrategy ?? settings.updateStrategy ?? 'UPDATE'}
        options={words.update}
        onChange={(updateStrategy) => set({ updateStrategy })}
      />
      <Checkbox
        isSelected={change.isDeletionAllowed ?? settings.isDeletionAllowed ?? false}
        onChange={(isDeletionAllowed) => set({ isDeletionAllowed })}
      >
        Updates may remove parts that other data depends on, and mirrored kinds may be deleted
      </Checkbox>
      <MirrorChoice
        kinds={data?.kinds ?? []}
        chosen={change.mirrorKinds}
        onChange={(mirrorKinds) => set({ mirrorKinds })}
      />
      {hasCollections && (
        <>
          <Choice
            label="Into the collection"
            value={into}
            options={[
              { value: none, text: 'none' },
              ...(collections ?? []).map(({ id, name, title }) => ({ value: id, text: title ?? name })),
            ]}
            onChange={(intoCollection) => set({ intoCollection })}
          />
          {into !== none && (
            <Checkbox
              isSelected={change.isScopeExtended ?? settings.isScopeExtended ?? false}
              onChange={(isScopeExtended) => set({ isScopeExtended })}
            >
              Add missing data sources to the collection
            </Checkbox>
          )}
        </>
      )}
      <Checkbox
        isSelected={change.isPrivate ?? settings.isPrivate ?? false}
        onChange={(isPrivate) => set({ isPrivate })}
      >
        Private: only you see what the import creates
      </Checkbox>
      <ProblemList problems={problems} />
    </FormDialog>
  );
}
