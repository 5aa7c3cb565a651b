/** Checks of field values, per field type. Compiled once per definition, then called for each entry. */
import { lostNumber } from '../../../../shared/exactNumbers.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import { didYouMean, quoted } from '../../wording.js';

/** The fault of a value, as the rest of a sentence after "The field … ", and a fix; undefined if it is valid. */
export type ValueFault = { claim: string; fix?: string | undefined } | undefined;
export type ValueCheck = (value: JsonValue) => ValueFault;

/** The rules for the values of a field. */
export interface ValueRules {
  type: string;
  /** For texts, in characters. */
  maxLength?: number | undefined;
  /** Allowed keys; undefined if unknown. */
  keys?: ReadonlySet<string> | undefined;
  /** The picklist or flow of the keys, for a message. */
  keysOf?: string | undefined;
}

/** Limits of the product (from practice; see its documentation of field types). */
const limits = {
  text: 280,
  longText: 65_000,
  integer: 999_999_999,
  longInteger: Number.MAX_SAFE_INTEGER,
  decimalDigits: 16,
};

const isoDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/;
const timeOfDay = /^(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** The check for a field type; undefined for types whose values the product computes, or that allow any value. */
export function valueCheckOf(rules: ValueRules): ValueCheck | undefined {
  const make = Object.hasOwn(checkByType, rules.type) ? checkByType[rules.type] : undefined;
  return make?.(rules);
}

const checkByType: Readonly<Record<string, (rules: ValueRules) => ValueCheck>> = {
  Text: ({ maxLength }) => textOf(maxLength ?? limits.text),
  EmailAddress: ({ maxLength }) => textOf(maxLength ?? limits.text),
  PhoneNumber: ({ maxLength }) => textOf(maxLength ?? limits.text),
  Encrypted: () => textOf(limits.longText),
  LongText: ({ maxLength }) => textOf(maxLength ?? limits.longText),
  RichText: () => textOf(Number.POSITIVE_INFINITY),
  Integer: () => wholeNumberTo(limits.integer),
  LongInteger: () => wholeNumberTo(limits.longInteger),
  Decimal: () => decimal,
  PrecisionDecimal: () => decimal,
  Boolean: () => (value) => (typeof value === 'boolean' ? undefined : { claim: `must be true or false, but is ${quoted(value)}` }),
  Date: () => date,
  DateTime: () => date,
  Picklist: (rules) => choiceOf(rules),
  MultiselectPicklist: (rules) => choicesOf(rules),
  Attachment: () => attachment,
}; // prettier-ignore

function textOf(maxLength: number): ValueCheck {
  return (value) => {
    if (typeof value !== 'string') return { claim: `must be a text, but is ${quoted(value)}` };
    // In UTF-16 units first: most texts are far below the limit.
    if (value.length <= maxLength || Array.from(value).length <= maxLength) return undefined;
    return { claim: `must have at most ${maxLength} characters`, fix: 'Shorten it.' };
  };
}

function wholeNumberTo(limit: number): ValueCheck {
  return (value) => {
    if (Number.isInteger(value) && Math.abs(value as number) <= limit) return undefined;
    return { claim: `must be a whole number from -${limit} to ${limit}, but is ${quoted(value)}` };
  };
}

const numberText = /^-?\d+(?:\.\d+)?$/;

function decimal(value: JsonValue): ValueFault {
  const text = numberIn(value);
  if (text === undefined) return { claim: `must be a number, but is ${quoted(value)}` };
  if (text.length <= limits.decimalDigits) return undefined;
  const digits = text.slice(0, exponentAt(text)).replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length <= limits.decimalDigits) return undefined;
  return { claim: `must have at most ${limits.decimalDigits} digits, but is ${quoted(value)}`, fix: 'Round it.' };
}

/** The digits of a number; products also write decimals as texts. */
function numberIn(value: JsonValue): string | undefined {
  if (typeof value === 'number') return String(value);
  return lostNumber(value) ?? (typeof value === 'string' && numberText.test(value) ? value : undefined);
}

function exponentAt(text: string): number {
  const at = text.search(/[eE]/);
  return at === -1 ? text.length : at;
}

/** Whether the date exists: 30 February would become another date somewhere. */
function isOnCalendar(text: string): boolean {
  const day = Number(text.slice(8, 10));
  return day <= 28 || new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() === day;
}

function date(value: JsonValue): ValueFault {
  if (typeof value === 'string' && isoDate.test(value) && isOnCalendar(value) && timeOfDay.test(value.slice(10))) {
    return undefined;
  }
  const fix = 'Write it as 2024-12-31, or with a time as 2024-12-31T23:59:59Z.';
  return { claim: `must be a date, but is ${quoted(value)}`, fix };
}

/** An entry of a picklist: its key, or an object with it. */
function keyOf(value: JsonValue): string | undefined {
  if (typeof value === 'string') return value;
  const key = isJsonObject(value) ? value['key'] : undefined;
  return typeof key === 'string' ? key : undefined;
}

/** The keys in the value of a picklist field, one or several. */
export function keysIn(value: JsonValue): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((choice) => keyOf(choice) ?? []);
}

function choiceOf({ keys, keysOf }: ValueRules): ValueCheck {
  return (value) => {
    const key = keyOf(value);
    if (key === undefined) {
      return { claim: `must be the key of an entry, alone or as {"key": …}, but is ${quoted(value)}` };
    }
    if (!keys || keys.has(key)) return undefined;
    const known = [...keys];
    const fix = didYouMean(key, known) ?? `It has ${known.slice(0, 20).join(', ')}.`;
    return { claim: `is ${quoted(key)}, which is no entry of ${keysOf ?? 'its picklist'}`, fix };
  };
}

function choicesOf(rules: ValueRules): ValueCheck {
  const check = choiceOf(rules);
  return (value) => {
    if (!Array.isArray(value)) return { claim: `must be a list of entries, but is ${quoted(value)}` };
    for (const choice of value) {
      const fault = check(choice);
      if (fault) return fault;
    }
    return undefined;
  };
}

/** A file by its code, by its name, or with its content. */
function attachment(value: JsonValue): ValueFault {
  if (typeof value === 'string') return undefined;
  if (isJsonObject(value) && namesFile(value)) return undefined;
  return {
    claim: `must name a file, by its external reference code or as {"name": …, "fileBase64": …}, but is ${quoted(value)}`,
  };
}

function namesFile(value: JsonObject): boolean {
  return ['externalReferenceCode', 'name', 'fileBase64'].some((key) => typeof value[key] === 'string');
}
