import type { KindType } from '../kinds/index.js';

/** The kind of an item that this server does not know: only its name is known. */
export function unknownKindType(name: string): KindType {
  return {
    name,
    title: name,
    pluralTitle: name,
    description: 'This server does not know the kind.',
    pack: name.split('/')[0] ?? '',
    namespace: '',
    parentKind: null,
    isParentRequired: false,
    isExportable: false,
    isReferenceAllowed: false,
    requiredCapability: null,
    schema: {},
    references: [],
  };
}
