import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../design/button.js';
import { ProblemList } from '../design/states.js';
import { useBranch } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { useUploadedFile } from '../shell/uploadedFile.js';
import {
  entryKind,
  readImportSearch,
  searchOfSettings,
  stageInputOf,
  whyIncomplete,
  type ImportSearch,
} from './importSearch.js';
import { usePlanScreen } from './planContext.js';
import { uploadFile, type UploadOutcome } from './uploadFile.js';
import { UploadOptionFields } from './uploadOptionFields.js';
import { useWhyNoEditor } from './useWhyNoEditor.js';
import styles from './importing.module.css';

/** Reads the file as records of a kind that a person states, without choosing the file again if this page has it. */
export function KindOfRecords() {
  const branch = useBranch();
  const navigate = useNavigate();
  const { plan } = usePlanScreen();
  const { fileOf, keep } = useUploadedFile();
  const whyNoEditor = useWhyNoEditor();
  const [search, setSearch] = useState<ImportSearch>(() => ({ kind: entryKind, ...searchOfSettings(plan.settings) }));
  const [outcome, setOutcome] = useState<UploadOutcome>(null);
  const [isBusy, setIsBusy] = useState(false);
  const place = { projectKey: branch.project.key, branchName: branch.name };
  const file = fileOf(plan.id);
  const why = whyNoEditor ?? (isBusy ? 'The file is being sent.' : whyIncomplete('table', search));
  const send = async () => {
    if (!file) {
      await navigate({ to: branchPath(place, 'import'), search });
      return;
    }
    setIsBusy(true);
    const input = stageInputOf(search, branch.id);
    const { signal } = new AbortController();
    const sent = await uploadFile({ file, input, onProgress: () => undefined, signal });
    setIsBusy(false);
    setOutcome(sent);
    if (sent === null || !('planId' in sent)) return;
    keep(file, sent.planId);
    await navigate({ to: branchPath(place, `import/${sent.planId}`) });
  };
  return (
    <div className={styles.options}>
      <fieldset>
        <legend>What the records are</legend>
        <UploadOptionFields
          options={['kind', 'definition']}
          shape="table"
          search={search}
          onChange={(change) => setSearch((last) => readImportSearch({ ...last, ...change }))}
        />
        <ProblemList problems={outcome && 'problems' in outcome ? outcome.problems : []} label="Why there is no plan" />
        <div>
          <Button look="primary" whyDisabled={why} onPress={() => void send()}>
            {file ? 'Read the file again' : 'Choose the file again'}
          </Button>
        </div>
      </fieldset>
    </div>
  );
}
