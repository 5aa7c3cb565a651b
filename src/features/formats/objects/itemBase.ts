import type { FileItem } from '../format.js';

/** Members that all items from files of other products share: no parent, no origins, no digest. */
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
