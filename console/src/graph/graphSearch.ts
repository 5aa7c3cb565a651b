import type { GraphDirection } from '../api/operations.generated.js';

export interface GraphSearch {
  /** Ids of resources, with commas between them; the whole branch when absent. */
  root?: string;
  direction?: GraphDirection;
}
