import { sql } from '../../../database/worker.js';
import type { ImportAction, ImportMode } from '../tables/importStates.js';

/** An item of a graph: the columns of `ImportItem`. */
export interface GraphItemRow {
  planNo: number;
  ordinal: number;
  line: number;
  kindName: string;
  name: string;
  title: string | null;
  sourceId: string | null;
  contentId: number | null;
  resourceId: string;
  originChain: string | null;
  fileProblems: string | null;
  copyAdvice: number;
  referenceAdvice: number;
  mode: ImportMode;
  isSelected: boolean;
  chosenName: string | null;
  isNameRemembered: boolean;
  effectiveName: string;
  effectiveContentId: number | null;
  existingId: string | null;
  action: ImportAction;
  hasWarning: boolean;
}

/** Of items `i`. */
export const graphItemColumns = sql`i.plan_no, i.ordinal, i.line, i.kind AS kind_name, i.name, i.title, i.source_id, i.content_id,
  i.resource_id, i.origin_chain, i.is_built_in, i.file_problems, i.copy_advice, i.reference_advice, i.mode, i.is_selected, i.new_name AS chosen_name,
  i.is_name_remembered, i.effective_name, i.effective_content_id, i.existing_id, i.action, i.has_warning`;
