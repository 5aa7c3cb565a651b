/** The first step of an import: a file, and how it is read. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
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
import { FileDrop } from './fileDrop.js';
import { headBytes, shapeOf, type FileShape } from './fileShape.js';
import { entryKind, stageInputOf, whyIncomplete } from './importSearch.js';
import { MayNotImport } from './mayNotImport.js';
import { uploadFile, type UploadOutcome } from './uploadFile.js';
import type { SearchChange } from './uploadOptionFields.js';
import { UploadOptions } from './uploadOptions.js';
import { useUploadedFile } from '../shell/uploadedFile.js';
import { useWhyNoEditor } from './useWhyNoEditor.js';
import styles from './importing.module.css';

// By its name: the route loads this module, and neither may import the other.
const uploadRoute = getRouteApi('/p/$projectKey/$branchName/import');

interface Sending {
  share: number;
  abort: AbortController;
}

export function UploadPage() {
  const branch = useBranch();
  const place = { projectKey: branch.project.key, branchName: branch.name };
  const search = uploadRoute.useSearch();
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [fileCount, setFileCount] = useState(1);
  const [shape, setShape] = useState<FileShape>();
  const [sending, setSending] = useState<Sending>();
  const [outcome, setOutcome] = useState<UploadOutcome>(null);
  const { keep } = useUploadedFile();
  const whyOffline = useWhyOffline();
  const whyNoEditor = useWhyNoEditor();

  const change = useCallback(
    (options: SearchChange) =>
      void navigate({
        from: '/p/$projectKey/$branchName/import',
        search: (last) => ({ ...last, ...options }),
        replace: true,
      }),
    [navigate],
  );
  const take = (found: FileShape) => {
    setShape(found);
    // A table can't say what its rows are; they are nearly always entries.
    if (found === 'table' && search.kind === undefined && search.template === undefined) change({ kind: entryKind });
  };
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
    if (result && 'planId' in result) {
      keep(file, result.planId);
      await navigate({ to: branchPath(place, `import/${result.planId}`) });
    }
  };
  const problems = outcome && 'problems' in outcome ? outcome.problems : [];
  const whyDisabled = whyOffline ?? whyNoEditor ?? (shape ? whyIncomplete(shape, search) : 'Choose files first.');
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
            fileCount={fileCount}
            whyDisabled={whyNoEditor}
            onFile={(chosen, count) => {
              setFile(chosen);
              setFileCount(count);
              setOutcome(null);
              void chosen
                .slice(0, headBytes)
                .text()
                .then((head) => take(shapeOf(head)));
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
          detail={(file && whyDisabled) ?? 'Nothing is written before you confirm the plan.'}
        >
          <Button look="primary" whyDisabled={whyDisabled} onPress={() => void send()}>
            Make the plan
          </Button>
        </Decide>
      )}
    </>
  );
}
