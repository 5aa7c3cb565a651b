import type { KindDefinition } from './kind.js';

/** The kinds of one product, as one folder under `packs`. The name of each starts with the pack's: `pack/Kind`. */
export interface KindPack {
  /** e.g. `fast-data`; it is the first part of file names of exports too. */
  name: string;
  /** For a person, e.g. "Fast Data". */
  title: string;
  kinds: readonly KindDefinition[];
}
