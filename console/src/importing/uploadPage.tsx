/** The first step of an import: a file, and how it is read. */
import { createRoute, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useWhyOffline } from '../api/connection.js';
import { Button } from '../design/button.js';
import { formatSize } from '../design/format.js';
import { Decide, PageHead } from '../design/page.js';
import { Progress } from '../design/progress.js';
import { ProblemList } from '../design/states.js';
import layout from '../design/layout.module.css';
import { useBranch } from '../shell/branch.js';
import { branchPath } from '../shell/branchPath.js';
import { branchRoute } from '../shell/branchRoute.js';
import { FileDrop } from './fileDrop.js';
import { headBytes, shapeOf, type FileShape } from './fileShape.js';
import { readImportSearch, stageInputOf } from './importSearch.js';
import { MayNotImport } from './mayNotImport.js';
import { uploadFile, type UploadOutcome } from './uploadFile.js';
import type { SearchChange } from './uploadOptionFields.js';
import { UploadOptions } from './uploadOptions.js';
import { useWhyNoEditor } from './useWhyNoEditor.js';
import styles from './importing.module.css';

export const uploadRoute = createRoute({
  getParentRoute: () => branchRoute,
  path: 'import',
  component: UploadPage,
  validateSearch: readImportSearch,
});

interface Sending {
  share: number;
  abort: AbortController;
}

function UploadPage() {
  const branch = useBranch();
  const place = { projectKey: branch.project.key, branchName: branch.name };
  const search = uploadRoute.useSearch();
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [shape, setShape] = useState<FileShape>();
  const [sending, setSending] = useState<Sending>();
  const [outcome, setOutcome] = useState<UploadOutcome>(null);
  const whyOffline = useWhyOffline();
  const whyNoEditor = useWhyNoEditor();

  const change = useCallback(
    (options: SearchChange) =>
      void navigate({ from: uploadRoute.fullPath, search: (last) => ({ ...last, ...options }), replace: true }),
    [navigate],
  );
  const send = async () => {
    if (!file) return;
    const abort = new AbortController();
    setOutcome(null);
    setSending({ share: 0, abort });
    const input = stageInputOf(search, branch.id);
    const onProgress = (share: number) => setSending({ share, abort });
    const result = await uploadFile({ file, input, onProgress, signal: abort.signal });
    setSending(undefined);
    setOutcome(result);
    if (result && 'planId' in result) await navigate({ to: branchPath(place, `import/${result.planId}`) });
  };
  const problems = outcome && 'problems' in outcome ? outcome.problems : [];
  const whyDisabled = whyOffline ?? whyNoEditor ?? (file ? undefined : 'Choose files first.');
  return (
    <>
      <PageHead
        title={`Import into ${place.projectKey} / ${place.branchName}`}
        facts={<span>The file becomes a plan. You see and decide everything before it is written.</span>}
      />
      <MayNotImport />
      <div className={`${layout.scroll ?? ''} ${layout.padded ?? ''}`}>
        <div className={styles.upload}>
          <FileDrop
            file={file}
            whyDisabled={whyNoEditor}
            onFile={(chosen) => {
              setFile(chosen);
              setOutcome(null);
              void chosen
                .slice(0, headBytes)
                .text()
                .then((head) => setShape(shapeOf(head)));
            }}
          />
          <ProblemList problems={problems} label="Why there is no plan" />
          <UploadOptions shape={shape} search={search} onChange={change} />
        </div>
      </div>
      {sending && file ? (
        <Decide
          say={`Sending ${file.name}`}
          detail={`${formatSize(sending.share * file.size)} of ${formatSize(file.size)}`}
        >
          <div className={styles.footProgress}>
            <Progress label={`Sending ${file.name}`} value={sending.share} />
          </div>
          <Button onPress={() => sending.abort.abort()}>Cancel</Button>
        </Decide>
      ) : (
        <Decide
          say={file ? `${file.name} becomes an import plan` : 'No file is chosen'}
          detail="Nothing is written before you confirm the plan."
        >
          <Button look="primary" whyDisabled={whyDisabled} onPress={() => void send()}>
            Make the plan
          </Button>
        </Decide>
      )}
    </>
  );
}
