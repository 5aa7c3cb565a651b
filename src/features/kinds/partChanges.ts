/** A part of a spec that an update removes. */
export interface PartRemoval {
  /** Its type for display, e.g. "field". */
  title: string;
  name: string;
  /** JSON Pointer into the spec before the update. */
  at: string;
  /** Whether the part affects no records: its removal is only reported, and needs no permission. */
  isOnlyTold?: boolean;
  /** A sentence on what else is lost with it. */
  whatIsLost?: string;
  /** The whole that is replaced together with the part, e.g. "aggregation". */
  partOf?: string;
}

/** A part that keeps its identity and gets another name. */
export interface PartRename extends PartRemoval {
  newName: string;
}

/** A part with stricter rules, so that existing records may be invalid. */
export interface PartTightening extends PartRemoval {
  /** The rest of a sentence after the name of the part, e.g. "is called headline now". */
  claim: string;
}

/** The changes of the parts of a spec by an update, in the order of the spec before it. */
export interface PartChanges {
  removed: PartRemoval[];
  renamed: PartRename[];
  /** New rules for records; `at` leads into the spec after the update. */
  tightened: PartTightening[];
}
