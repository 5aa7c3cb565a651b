/** One part of a spec that an overwrite takes away. */
export interface PartRemoval {
  /** What it is, for a person, e.g. "field". */
  title: string;
  name: string;
  /** JSON Pointer into the spec of before. */
  at: string;
  /** True for a part that nobody's records hang on: its removal is told, and never has to be allowed. */
  isOnlyTold?: boolean;
  /** A sentence: what is lost with it, beyond itself. */
  whatIsLost?: string;
  /** What is replaced as a whole, e.g. "aggregation", and the part with it. */
  partOf?: string;
}

/** One part that keeps its identity and gets another name. */
export interface PartRename extends PartRemoval {
  newName: string;
}

/** One part that asks something else of records than before, so that those there are may not fit. */
export interface PartTightening extends PartRemoval {
  /** After the part's name, e.g. "is called headline now". */
  claim: string;
}

/** What becomes of the parts of a spec when another takes its place; in the order of the spec of before. */
export interface PartChanges {
  removed: PartRemoval[];
  renamed: PartRename[];
  /** What records are held against and were not before; `at` leads into the spec of after. */
  tightened: PartTightening[];
}
