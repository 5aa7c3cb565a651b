/**
 * Compiles a definition into checks for its entries. Everything that does not depend on an entry is computed once: a map from
 * each member to its function. An entry costs one look-up and one call per member.
 */
import type { JsonObject } from '../../../../shared/json.js';
import { BoundedProblems } from '../../boundedProblems.js';
import type { SpecLookup } from '../../kind.js';
import type { RecordField, RecordShape } from '../../recordShape.js';
import { quoted } from '../../wording.js';
import { cellTypesOf } from './entryCells.js';
import { compileFields, type EntryField } from './entryFields.js';
import { entryLosses } from './entryLosses.js';
import { idMember } from './entryMembers.js';
import { siteMembersOf, type SiteMember } from './entryName.js';
import { normalizeParent, parentErc, referencesOf } from './entryParentCodes.js';
import { listedRelationships, parentsOf, type EntryParent } from './entryParents.js';
import { invalid } from './entryProblems.js';
import { isGeneratedErcKey } from './entryReferences.js';
import { isAbsent, UnknownMembers, visitsOf } from './entryVisits.js';
import { textMember } from '../../specParts.js';

/** The member that identifies an entry. */
const codeMember = 'externalReferenceCode';

/**
 * Compiles the shape of entries of a definition. `lookup` returns its picklists and parents; `others` are definitions that may
 * state relationships to it.
 */
export function compileEntryShape(
  definition: JsonObject,
  lookup: SpecLookup,
  others: readonly JsonObject[] = [],
): RecordShape {
  const fields = compileFields(definition, lookup);
  const parents = parentsOf(definition, lookup, others);
  const visitByKey = visitsOf(listedRelationships(definition, others), fields, parents);
  const requirements = requirementsOf(fields, parents);
  const unknown = new UnknownMembers(textMember(definition, 'name') ?? '', [...visitByKey.keys()]);
  const ercKeys = new Set(parents.map(({ ercKey }) => ercKey));
  return {
    fields: recordFields(definition, fields, parents),
    uniqueFields: fields.filter(({ isUnique }) => isUnique).map(({ name }) => name),
    hasMember: (name) => name !== idMember && (visitByKey.has(name) || isGeneratedErcKey(name)),
    missingFields: (entry) => [
      ...(Object.hasOwn(entry, codeMember) ? [] : [codeMember]),
      ...requirements.filter(({ isMet }) => !isMet(entry)).map(({ name }) => name),
    ],
    cellTypes: cellTypesOf(fields),
    validate: (entry, { isPartial = false } = {}) => {
      const problems = new BoundedProblems();
      for (const key in entry) {
        const visit = visitByKey.get(key) ?? unknown.visit;
        visit(entry[key] ?? null, { key, entry, problems });
      }
      if (!isPartial) requireMembers(entry, requirements, problems);
      return problems.isEmpty ? [] : problems.list();
    },
    missing: (entry) => {
      if (requirements.every(({ isMet }) => isMet(entry))) return [];
      const problems = new BoundedProblems();
      requireMembers(entry, requirements, problems);
      return problems.list();
    },
    references: (entry) => referencesOf(entry, parents, ercKeys),
    withoutBound: entryLosses(definition, fields, parents),
    normalize: (entry) => parents.reduce(normalizeParent, entry),
  };
}

function recordFields(
  definition: JsonObject,
  fields: readonly EntryField[],
  parents: readonly EntryParent[],
): RecordField[] {
  return [
    { name: codeMember, title: 'External Reference Code', type: 'Text', isRequired: true },
    ...siteFields(definition),
    // Fields with a default are optional.
    ...fields.map(({ name, title, type, isRequired, hasDefault }) => ({
      name,
      title,
      type,
      isRequired: isRequired && !hasDefault,
    })),
    ...parents.map(({ ercKey, title, isRequired }) => ({ name: ercKey, title, type: 'Relationship', isRequired })),
  ];
}

const siteTitles: Readonly<Record<SiteMember, string>> = {
  siteExternalReferenceCode: 'Site External Reference Code',
  assetLibraryExternalReferenceCode: 'Asset Library External Reference Code',
  scopeKey: 'Site Key',
};

/** The fields that name the site of an entry; one of them is enough. */
function siteFields({ scope }: JsonObject): RecordField[] {
  return siteMembersOf(scope).map((name) => ({ name, title: siteTitles[name], type: 'Text', isRequired: false }));
}

interface Requirement {
  name: string;
  isMet: (entry: JsonObject) => boolean;
}

function requirementsOf(fields: readonly EntryField[], parents: readonly EntryParent[]): Requirement[] {
  const ofFields = fields
    .filter(({ isRequired, hasDefault }) => isRequired && !hasDefault)
    .map(({ name }) => ({
      name,
      isMet: (entry: JsonObject) => !isAbsent(entry[name]) || !isAbsent(entry[`${name}_i18n`]),
    }));
  const ofParents = parents
    .filter(({ isRequired }) => isRequired)
    .map((parent) => ({ name: parent.ercKey, isMet: (entry: JsonObject) => parentErc(parent, entry) !== undefined }));
  return [...ofFields, ...ofParents];
}

function requireMembers(entry: JsonObject, requirements: readonly Requirement[], problems: BoundedProblems): void {
  for (const { name, isMet } of requirements) {
    if (isMet(entry)) continue;
    problems.add(() =>
      invalid(`The entry lacks the required field ${quoted(name)}.`, [], `Give ${quoted(name)} a value.`),
    );
  }
}
