import type { FileItem } from '../format.js';

/** What items of files of other products have in common: no parent, no origins, no digest. */
export const itemBase: Omit<FileItem, 'kind' | 'name' | 'line'> = {
  title: null,
  externalReferenceCode: null,
  parent: null,
  sourceId: null,
  origins: [],
  spec: {},
  claimedDigest: null,
  isPartial: false,
  problems: [],
};
