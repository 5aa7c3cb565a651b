/** Turns faults of Ajv into problems. */
import type { ErrorObject } from 'ajv';
import { lostNumber } from '../../shared/exactNumbers.js';
import { pointerSegments } from '../../shared/jsonPointer.js';
import { errorProblem, warningProblem, type Problem } from '../../shared/problem.js';
import { withArticle } from '../../shared/withArticle.js';
import type { BoundedProblems } from './boundedProblems.js';
import { didYouMean, listed, quoted, shortened } from './wording.js';

/** Keywords whose own fault only repeats that a part failed; the parts are reported instead. */
const wrappers: ReadonlySet<string> = new Set(['if']);
/** Ajv returns faults of the parts of a union only if the whole union failed; the union is reported instead. */
const partOfUnion = /\/(?:anyOf|oneOf|not)\//;

/** Adds a SPEC_INVALID problem for every fault (requires the Ajv option `verbose`). */
export function addSchemaFaults(faults: readonly ErrorObject[], problems: BoundedProblems): void {
  for (const fault of faults) {
    if (isWorthTelling(fault)) problems.add(() => problemOf(fault));
  }
}

/** Whether a fault is a member that a closed object does not list. */
export function isUnknownMember(fault: ErrorObject): boolean {
  return fault.keyword === 'additionalProperties' && isWorthTelling(fault);
}

/**
 * Adds a MEMBER_UNKNOWN warning for every unlisted member: a newer release of the product may have it. One for all elements of
 * a list.
 */
export function addUnknownMembers(faults: readonly ErrorObject[], problems: BoundedProblems): void {
  const countByPlace = new Map<string, { fault: ErrorObject; count: number }>();
  for (const fault of faults.filter(isUnknownMember)) {
    const { additionalProperty } = fault.params as { additionalProperty: string };
    const place = JSON.stringify([placeOfList(fault.instancePath), additionalProperty]);
    const known = countByPlace.get(place);
    if (known) known.count += 1;
    else countByPlace.set(place, { fault, count: 1 });
  }
  for (const { fault, count } of countByPlace.values()) problems.add(() => unknownMember(fault, count));
}

function unknownMember(fault: ErrorObject, count: number): Problem {
  const { message, path, fix = '' } = problemOf(fault);
  const { additionalProperty } = fault.params as { additionalProperty: string };
  const told = `${message.replace(/\.$/, '')}; it is kept as it is.`;
  const places = count === 1 ? '' : ` (${count} places)`;
  return warningProblem('MEMBER_UNKNOWN', `${told}${places}`, {
    path: [...path, shortened(additionalProperty, 200)],
    fix: fix.startsWith('Did')
      ? fix
      : 'No action is required if a newer release of the product has it; else leave it out, or correct its name.',
  });
}

/** The same for each element of a list. */
function placeOfList(pointer: string): string {
  return pointer
    .split('/')
    .map((part) => (/^\d+$/.test(part) ? '*' : part))
    .join('/');
}

function isWorthTelling({ keyword, propertyName, schemaPath, data }: ErrorObject): boolean {
  // NUMBER_NOT_EXACT is already reported.
  if (lostNumber(data) !== undefined) return false;
  return !wrappers.has(keyword) && propertyName === undefined && !partOfUnion.test(schemaPath);
}

function problemOf(fault: ErrorObject): Problem {
  const path = pointerSegments(fault.instancePath).map((segment) => shortened(segment, 200));
  const place = path.length === 0 ? 'The spec' : shortened(path.join('/'), 200);
  const fix = fixOf(fault);
  return errorProblem('SPEC_INVALID', `${place} ${claimOf(fault)}.`, { path, ...(fix !== undefined && { fix }) });
}

/** The most likely intended name, for an unknown member or value. */
function fixOf({ keyword, params, parentSchema, data }: ErrorObject): string | undefined {
  const { additionalProperty, allowedValues } = params as { additionalProperty?: string; allowedValues?: unknown[] };
  if (keyword === 'enum' && typeof data === 'string') {
    return didYouMean(
      data,
      (allowedValues ?? []).filter((value) => typeof value === 'string'),
    );
  }
  if (keyword !== 'additionalProperties' || additionalProperty === undefined) return undefined;
  const known = Object.keys((parentSchema as { properties?: object } | undefined)?.properties ?? {});
  return didYouMean(additionalProperty, known) ?? 'Leave it out, or correct its name.';
}

type ClaimWriter = (fault: ErrorObject, params: Record<string, unknown>) => string;

const claimByKeyword: Readonly<Record<string, ClaimWriter>> = {
  type: (fault, { type }) => `must be ${typeNames(type)}, but is ${typeOf(fault.data)}`,
  enum: (fault, { allowedValues }) =>
    `must be one of ${listed(allowedValues as unknown[])}, but is ${quoted(fault.data)}`,
  const: (fault, { allowedValue }) => `must be ${quoted(allowedValue)}, but is ${quoted(fault.data)}`,
  required: (_fault, { missingProperty }) => `lacks the member ${quoted(missingProperty)}`,
  additionalProperties: (_fault, { additionalProperty }) =>
    `has a member ${quoted(additionalProperty)} that is not known`,
  pattern: (fault, { pattern }) => `must ${described(fault, `match ${String(pattern)}`)}, but is ${quoted(fault.data)}`,
  format: (fault, { format }) => `must be of the format ${String(format)}, but is ${quoted(fault.data)}`,
  propertyNames: (fault, { propertyName }) => `has a key ${quoted(propertyName)}; keys must ${keysDescribed(fault)}`,
  minLength: (_fault, { limit }) =>
    limit === 1 ? 'must not be empty' : `must have at least ${String(limit)} characters`,
  maxLength: (_fault, { limit }) => `must have at most ${String(limit)} characters`,
  minItems: (_fault, { limit }) => `must have at least ${counted(limit, 'element')}`,
  maxItems: (_fault, { limit }) => `must have at most ${counted(limit, 'element')}`,
  minProperties: (_fault, { limit }) => `must have at least ${counted(limit, 'member')}`,
  maxProperties: (_fault, { limit }) => `must have at most ${counted(limit, 'member')}`,
  uniqueItems: (_fault, { i, j }) => `has the same element twice, at ${String(j)} and ${String(i)}`,
  minimum: (fault, { limit }) => `must be at least ${String(limit)}, but is ${quoted(fault.data)}`,
  maximum: (fault, { limit }) => `must be at most ${String(limit)}, but is ${quoted(fault.data)}`,
  anyOf: (fault) => `must ${described(fault, 'have one of the allowed shapes')}`,
  oneOf: (fault) => `must ${described(fault, 'have exactly one of the allowed shapes')}`,
  not: (fault) => `must ${described(fault, 'not have this shape')}`,
};

function claimOf(fault: ErrorObject): string {
  const write = Object.hasOwn(claimByKeyword, fault.keyword) ? claimByKeyword[fault.keyword] : undefined;
  return write ? write(fault, fault.params) : (fault.message ?? 'is not valid');
}

/** The `description` of a schema may contain the rest of a sentence after "must". */
function described(fault: ErrorObject, otherwise: string): string {
  return descriptionOf(fault.parentSchema) ?? otherwise;
}

function keysDescribed(fault: ErrorObject): string {
  return descriptionOf(fault.schema) ?? 'be of the allowed form';
}

function descriptionOf(schema: unknown): string | undefined {
  const description = (schema as { description?: unknown } | undefined)?.description;
  return typeof description === 'string' ? description.replace(/^Must |\.$/g, '') : undefined;
}

function typeNames(type: unknown): string {
  return (Array.isArray(type) ? type : [type]).map((name) => typeName(String(name))).join(' or ');
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : withArticle(typeof value);
}

function typeName(type: string): string {
  return type === 'null' ? type : withArticle(type);
}

function counted(limit: unknown, noun: string): string {
  return limit === 1 ? `one ${noun}` : `${String(limit)} ${noun}s`;
}
