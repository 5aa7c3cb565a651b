/** Checks of the members of an entry, by its definition. */
import { lostNumber } from '../../../../shared/exactNumbers.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import { warningProblem } from '../../../../shared/problem.js';
import type { BoundedProblems } from '../../boundedProblems.js';
import { didYouMean, quoted } from '../../wording.js';
import type { EntryField } from './entryFields.js';
import { idMember, reservedMembers } from './entryMembers.js';
import { isSiteName, siteMembers, siteNumbers } from './entryName.js';
import { parentErc } from './entryParentCodes.js';
import type { EntryParent } from './entryParents.js';
import { idIgnored, invalid } from './entryProblems.js';
import { isGeneratedErcKey, isGeneratedIdKey } from './entryReferences.js';

/** A file with many different unknown keys must not fill the memory. */
const maxKeptFixes = 1000;

/** Checks one member of an entry. */
export type MemberVisit = (value: JsonValue, visit: EntryVisit) => void;

interface EntryVisit {
  key: string;
  entry: JsonObject;
  problems: BoundedProblems;
}

/** The checks for every member that an entry may have; `lists` are relationships whose other side may be nested. */
export function visitsOf(
  lists: readonly string[],
  fields: readonly EntryField[],
  parents: readonly EntryParent[],
): ReadonlyMap<string, MemberVisit> {
  const visitByKey = new Map<string, MemberVisit>();
  for (const name of reservedMembers) visitByKey.set(name, nothing);
  for (const name of siteMembers) visitByKey.set(name, visitOfSite);
  visitByKey.set(idMember, warnOfId);
  for (const name of lists) visitByKey.set(name, warnOfChildren);
  for (const field of fields) {
    visitByKey.set(field.name, visitOfField(field));
    visitByKey.set(`${field.name}_i18n`, visitOfTexts(field));
    if (field.type === 'RichText') visitByKey.set(`${field.name}RawText`, nothing);
  }
  for (const parent of parents) {
    visitByKey.set(parent.idKey, warnOfParentId(parent));
    visitByKey.set(parent.relationship, visitOfNestedParent(parent));
    visitByKey.set(`${parent.relationship}ERC`, visitOfParentErc(parent));
    visitByKey.set(parent.ercKey, visitOfParentErc(parent));
  }
  return visitByKey;
}

const nothing: MemberVisit = () => undefined;

/** Whether a required member counts as absent. */
export function isAbsent(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function visitOfField({ name, check }: EntryField): MemberVisit {
  if (!check) return nothing;
  return (value, { problems }) => {
    if (isAbsent(value)) return;
    const fault = check(value);
    if (fault) problems.add(() => invalid(`The field ${quoted(name)} ${fault.claim}.`, [name], fault.fix));
  };
}

/** The translations of a field. */
function visitOfTexts({ name, check }: EntryField): MemberVisit {
  return (value, { key, problems }) => {
    if (isAbsent(value)) return;
    if (!isJsonObject(value)) {
      problems.add(() => invalid(`The field ${quoted(key)} must hold a text for each language.`, [key]));
      return;
    }
    for (const [language, text] of Object.entries(value)) {
      const fault = isAbsent(text) ? undefined : check?.(text);
      if (fault) problems.add(() => invalid(`The field ${quoted(name)} ${fault.claim}.`, [key, language], fault.fix));
    }
  };
}

/** The site is part of the name: an invalid value is an error, because without it the entry would be another one. */
const visitOfSite: MemberVisit = (value, { key, problems }) => {
  if (isAbsent(value) || isSiteName(value)) return;
  const what = typeof value === 'string' && lostNumber(value) === undefined ? 'is blank' : `is ${quoted(value)}`;
  const fix = `Write the ${key === 'scopeKey' ? 'key' : 'external reference code'} of the site as a text, or leave it out: the entry then has no site.`;
  problems.add(() =>
    invalid(`${quoted(key)} must be a text that names the site of the entry, but ${what}.`, [key], fix),
  );
};

const warnOfId: MemberVisit = (value, { problems }) => {
  if (isAbsent(value) || value === 0) return;
  problems.add(() => idIgnored(`The number ${quoted(value)} of the entry`, [idMember]));
};

function warnOfParentId({ idKey, ercKey }: EntryParent): MemberVisit {
  return (value, { problems }) => {
    if (isAbsent(value) || value === 0) return;
    problems.add(() =>
      idIgnored(`The number ${quoted(value)} of the parent`, [idKey], `Name the parent under "${ercKey}".`),
    );
  };
}

/** Children nested in their parent are not imported as entries: they belong in a file of their own. */
const warnOfChildren: MemberVisit = (value, { key, problems }) => {
  if (!Array.isArray(value) || value.length === 0) return;
  problems.add(() =>
    warningProblem('CONTENT_IGNORED', `The entries nested under ${quoted(key)} are not imported with the entry.`, {
      path: [key],
      fix: 'Import them as entries of their own definition.',
    }),
  );
};

function visitOfParentErc(parent: EntryParent): MemberVisit {
  return (value, { key, entry, problems }) => {
    if (isAbsent(value)) return;
    if (typeof value !== 'string') {
      problems.add(() =>
        invalid(`The parent ${quoted(key)} must be named by its external reference code, but is ${quoted(value)}.`, [
          key,
        ]),
      );
    } else {
      const other = parentErc(parent, entry)?.erc;
      if (other === value) return;
      problems.add(() =>
        invalid(
          `The entry names two parents for ${quoted(parent.relationship)}: ${quoted(other)} and ${quoted(value)}.`,
          [key],
          'Name one of them.',
        ),
      );
    }
  };
}

function visitOfNestedParent(parent: EntryParent): MemberVisit {
  const visitErc = visitOfParentErc(parent);
  return (value, visit) => {
    // For a relationship of the definition to itself, children have the same member name.
    if (Array.isArray(value)) warnOfChildren(value, visit);
    else if (isJsonObject(value) && typeof value['externalReferenceCode'] === 'string') {
      visitErc(value['externalReferenceCode'], visit);
    } else if (!isAbsent(value)) {
      const message = `The parent ${quoted(visit.key)} must be an object with an externalReferenceCode.`;
      visit.problems.add(() => invalid(message, [visit.key]));
    }
  };
}

/**
 * Reports members that the definition does not list. Generated keys of relationships are allowed, because a relationship may be
 * stated only in its parent. A suggestion is computed once per name, not per entry.
 */
export class UnknownMembers {
  private readonly fixByKey = new Map<string, string>();

  constructor(
    private readonly definition: string,
    private readonly known: readonly string[],
  ) {}

  readonly visit: MemberVisit = (value, { key, problems }) => {
    if (isGeneratedIdKey(key)) {
      if (!isAbsent(value) && value !== 0)
        problems.add(() => idIgnored(`The number ${quoted(value)} of the parent`, [key]));
    } else if (!isGeneratedErcKey(key)) {
      const message = `${quoted(key)} is no field of the definition ${quoted(this.definition)}.`;
      problems.add(() => invalid(message, [key], this.fixOf(key)));
    }
  };

  private fixOf(key: string): string {
    const known = this.fixByKey.get(key);
    if (known !== undefined) return known;
    const fix = siteNumbers.some((name) => name === key)
      ? `Name the site of the entry with ${quoted(siteMembers[0])}.`
      : (didYouMean(key, this.known) ?? 'Add the field to the definition, or leave it out, with what it holds.');
    if (this.fixByKey.size < maxKeptFixes) this.fixByKey.set(key, fix);
    return fix;
  }
}
