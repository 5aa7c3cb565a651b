import { defineKind } from '../../kind.js';
import { mapMember } from '../../objectCopies.js';
import { codeInName } from './entryName.js';
import { findExternalParents, findParentEntries, rewriteParentEntries } from './entryReferences.js';
import { compileEntryShape } from './entryShape.js';
import { external } from './externalNames.js';
import { itemTitle } from './itemTitle.js';
import { kindNames } from './kindNames.js';
import { withOwnErc } from './ownErc.js';

/** The name of an entry is `definition/code`, and each part may be long. */
const maxLength = 300;

/**
 * A record of a definition. Its JSON Schema only requires an object; the definition checks the rest: see `compileRecordShape`.
 * The two declarations are in the order of `entryDeclarations`.
 */
export const objectEntry = defineKind({
  name: kindNames.objectEntry,
  title: 'object entry',
  pluralTitle: 'object entries',
  description: 'A record of an object definition: values of its fields, and the entries that it belongs to.',
  identity: {
    by: 'name',
    namespace: kindNames.objectEntry,
    maxLength,
    pattern: {
      expression: /^[^/]+\/[^]+$/,
      sentence:
        'it is the name of its definition, of an entry of a site @ and that, a slash, and its external reference code.',
    },
  },
  schema: { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' },
  references: [
    {
      at: '/r_*_c_*ERC',
      to: [kindNames.objectEntry],
      requirement: 'INCLUDED',
      strength: 'HARD',
      whenMissing: 'BLOCK',
      find: findParentEntries,
      rewrite: rewriteParentEntries,
    },
    { ...external, at: '/r_*ERC', to: [], find: findExternalParents, rewrite: (spec) => spec },
  ],
  parentKind: kindNames.objectDefinition,
  isExportable: true,
  reference: { allowed: true },
  titleOf: itemTitle,
  withOwnName: (spec, name) => withOwnErc(spec, codeInName(name)),
  rewriteOwnName: (spec, oldName, newName) =>
    mapMember(spec, 'externalReferenceCode', (erc) => (erc === codeInName(oldName) ? codeInName(newName) : erc)),
  compileRecordShape: compileEntryShape,
});
