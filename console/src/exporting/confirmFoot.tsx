/** The foot of an export before it is started: what would be written, and how. */
import { useState } from 'react';
import type { ExportFormat, ExportSummaryQuery } from '../api/operations.generated.js';
import { Button } from '../design/button.js';
import { countOf, formatSize } from '../design/format.js';
import { Choice } from '../design/menu.js';
import { Decide } from '../design/page.js';
import { useWhyNot } from '../shell/rights.js';
import { formatChoices, formats } from './formats.js';
import { RecordsDialog } from './recordsDialog.js';
import type { RecordChoice } from './selection.js';

type Preview = NonNullable<ExportSummaryQuery['exportPreview']>;

interface ConfirmFootProps {
  data: Preview | undefined;
  format: ExportFormat;
  packs: ReadonlySet<string>;
  isNothing: boolean;
  isBusy: boolean;
  /** The kind of the records that the format holds; undefined for a format of bundles. */
  recordKind: string | undefined;
  records: RecordChoice;
  onRecords: (records: RecordChoice) => void;
  onFormat: (format: ExportFormat) => void;
  onConfirm: () => void;
  onTransfer: () => void;
}

export function ConfirmFoot(props: ConfirmFootProps) {
  const { data, format, packs, isNothing, isBusy, recordKind, records, onRecords, onFormat, onConfirm, onTransfer } =
    props;
  const [isChoosing, setIsChoosing] = useState(false);
  const whyRefused = useWhyNot('VIEWER');
  const fileCount = data?.byKind.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const refusal = data?.problems.find(({ severity }) => severity === 'ERROR')?.message;
  const isWaiting = data === undefined;
  return (
    <Decide
      say={
        data
          ? `${countOf(fileCount, 'resource')}, about ${formatSize(data.sizeBytes)} of content, as ${formats[format].text}`
          : 'Nothing is selected yet'
      }
      detail={detailOf(data, refusal)}
    >
      <Choice<ExportFormat> label="Format" value={format} options={formatChoices(packs)} onChange={onFormat} />
      {recordKind !== undefined && (
        <Button
          onPress={() => {
            setIsChoosing(true);
          }}
        >
          {records.fields || records.conditions.length > 0 ? 'Fields and conditions: some' : 'Fields and conditions…'}
        </Button>
      )}
      {recordKind !== undefined && isChoosing && (
        <RecordsDialog
          kind={recordKind}
          choice={records}
          onChoose={onRecords}
          onClose={() => {
            setIsChoosing(false);
          }}
        />
      )}
      <Button
        icon="tasks"
        whyDisabled={whyRefused ?? whyNot({ isNothing, isWaiting, isBusy, refusal: undefined })}
        onPress={onTransfer}
      >
        Copy to another project…
      </Button>
      <Button
        look="primary"
        whyDisabled={whyRefused ?? whyNot({ isNothing, isWaiting, isBusy, refusal })}
        onPress={onConfirm}
      >
        Confirm and export
      </Button>
    </Decide>
  );
}

/** Why nothing can be written, or what an import of the file would miss, or that all is well. */
function detailOf(data: Preview | undefined, refusal: string | undefined): string {
  if (refusal !== undefined) return `Nothing can be exported: ${refusal}`;
  const { unresolvedCount = 0 } = data ?? {};
  const lacks =
    unresolvedCount === 0
      ? ''
      : ` ${countOf(unresolvedCount, 'reference')} of it ${unresolvedCount === 1 ? 'leads' : 'lead'} nowhere.`;
  return `The file is written once you confirm. Nothing on the branch changes.${lacks}`;
}

interface Obstacles {
  isNothing: boolean;
  isWaiting: boolean;
  isBusy: boolean;
  refusal: string | undefined;
}

function whyNot({ isNothing, isWaiting, isBusy, refusal }: Obstacles): string | undefined {
  if (isNothing) return 'Tick what you want to export first.';
  if (isBusy) return 'Waits for the server.';
  if (isWaiting) return 'What comes along is not known yet.';
  return refusal;
}
