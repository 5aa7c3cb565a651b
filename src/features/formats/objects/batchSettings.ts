/**
 * Reads the member `configuration` of a batch file. Settings that Liferay silently ignores are reported. Invalid values are refused,
 * because Liferay replaces them by the weaker option.
 */
import { isDeepStrictEqual } from 'node:util';
import { exactJson, lostNumber, shownNumber } from '../../../shared/exactNumbers.js';
import { isJsonObject } from '../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import { closestName } from '../../../shared/candidates.js';
import { errorProblem, warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import { isSiteName, quoted, siteSettings, type SiteMember } from '../../kinds/worker.js';
import type { FieldMapping, StatedSettings } from '../format.js';
import { quote } from '../scanning/fileProblems.js';

/** The site or asset library of the entries, and the member of an entry that holds it. */
export interface StatedSite {
  member: SiteMember;
  code: string;
  /** Path of the setting. */
  path: string[];
}

/** A setting that identifies the site by a number of the source environment, which is meaningless here. */
export interface NumberOfSite {
  key: string;
  number: string;
  path: string[];
  line: number | undefined;
}

/** The settings of a batch file. */
export interface BatchSettings {
  className: string | undefined;
  /** Name of the definition of the entries, without `C_`, or a word such as `DEFAULT`. */
  delegate: string | undefined;
  /** External reference code of the resource that the items are parts of. */
  parentErc: string | undefined;
  /** The site or asset library of the entries. */
  site: StatedSite | undefined;
  /** Set if the site is identified only by a number. */
  siteNumber: NumberOfSite | undefined;
  strategies: Pick<StatedSettings, 'createStrategy' | 'updateStrategy' | 'importStrategy'>;
  /** Fields to leave out of each item. */
  restrictedFields: readonly string[];
  mapping: readonly FieldMapping[] | undefined;
  problems: Problem[];
}

const strategies = {
  createStrategy: ['INSERT', 'UPSERT'],
  updateStrategy: ['UPDATE', 'PARTIAL_UPDATE'],
  importStrategy: ['ON_ERROR_FAIL', 'ON_ERROR_CONTINUE'],
} as const;

/** Settings that name the owner of the items, most specific first. */
const parentKeys = [
  ...['listTypeDefinitionExternalReferenceCode', 'objectDefinitionExternalReferenceCode'],
  ...['externalReferenceCode', 'batchExternalReferenceCode'],
];

/** Settings that concern one installation or the creation of the file. They are ignored without a warning, because no content is lost. */
const silentKeys: ReadonlySet<string> = new Set([
  ...['companyId', 'userId', 'multiCompany', 'version', 'contentType', 'containsHeaders', 'delimiter'],
  ...['enclosingCharacter', 'batchNestedFields', 'batchNestedFieldsDepth', 'batchExternalReferenceCode'],
]);
const readKeys: ReadonlySet<string> = new Set([
  ...['className', 'parameters', 'taskItemDelegateName', 'externalReferenceCode'],
  ...['batchRestrictFields', 'fieldNameMapping', ...Object.keys(strategies), ...parentKeys],
  ...siteSettings.map(({ key }) => key),
]);
/** Settings of Liferay that Waybill does not support. */
const undoneKeys: ReadonlySet<string> = new Set(['callbackURL', 'featureFlag', 'importCreatorStrategy']);

/** Keys that are often written instead of the right setting. */
const meantByKey: Readonly<Record<string, string>> = {
  onErrorFail: '"importStrategy": "ON_ERROR_FAIL"',
  onErrorContinue: '"importStrategy": "ON_ERROR_CONTINUE"',
};

/**
 * Reads settings from `configuration` and its `parameters`. If both have a setting, `parameters` wins, and a different value is
 * reported.
 */
export function readBatchSettings(configuration: JsonObject, line?: number): BatchSettings {
  const parameters = isJsonObject(configuration['parameters']) ? configuration['parameters'] : {};
  const all: JsonObject = { ...statedOf(configuration), ...statedOf(parameters) };
  const text = (key: string): string | undefined => {
    const value = all[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const pathOf = (key: string): string[] =>
    isStated(parameters[key]) ? ['configuration', 'parameters', key] : ['configuration', key];
  const mapping = readMapping(text('fieldNameMapping'), pathOf('fieldNameMapping'));
  const site = readSite(all, pathOf, line);
  const problems = [
    ...unknownKeys(configuration, ['configuration']),
    ...unknownKeys(parameters, ['configuration', 'parameters']),
    ...Object.entries(strategies).flatMap(([key, values]) => checkValue(all[key], values, pathOf(key))),
    ...checkValue(all['containsHeaders'], ['true', 'false'], pathOf('containsHeaders')),
    ...overriddenSettings(configuration, parameters),
    ...checkTexts(configuration, ['configuration']),
    ...checkTexts(parameters, ['configuration', 'parameters']),
    ...checkParameters(configuration['parameters']),
    ...mapping.problems,
    ...site.problems,
  ];
  return {
    className: text('className'),
    delegate: delegateOf([configuration['taskItemDelegateName'], parameters['taskItemDelegateName']]),
    site: site.stated,
    siteNumber: site.stated ? undefined : site.number,
    parentErc: parentKeys.map(text).find((code) => code !== undefined),
    strategies: {
      createStrategy: pick(all['createStrategy'], strategies.createStrategy),
      updateStrategy: pick(all['updateStrategy'], strategies.updateStrategy),
      importStrategy: pick(all['importStrategy'], strategies.importStrategy),
    },
    restrictedFields: splitList(text('batchRestrictFields')),
    mapping: mapping.pairs,
    problems: problems.map((problem) => (line === undefined ? problem : { ...problem, line })),
  };
}

/** Null and empty settings count as absent. */
function isStated(value: JsonValue | undefined): value is JsonValue {
  return value !== undefined && value !== null && value !== '';
}

function statedOf(settings: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => isStated(value)));
}

/** Settings that `parameters` has with another value. The delegate's name has its own rule. */
function overriddenSettings(configuration: JsonObject, parameters: JsonObject): Problem[] {
  return Object.entries(statedOf(configuration)).flatMap(([key, value]) => {
    const other = parameters[key];
    const isSame = !isStated(other) || isDeepStrictEqual(value, other);
    const isDefault = key === 'taskItemDelegateName' && (value === 'DEFAULT' || other === 'DEFAULT');
    if (isSame || isDefault || !readKeys.has(key)) return [];
    const [used, ignored] =
      key === 'taskItemDelegateName'
        ? ['configuration', ['configuration', 'parameters', key]]
        : ['configuration.parameters', ['configuration', key]];
    const message = `The file states the setting ${quote(key)} twice, with different values. The value in ${quote(used)} is used.`;
    return [warningProblem('CONTENT_IGNORED', message, { path: ignored, fix: 'Remove one of the two.' })];
  });
}

interface ReadSite {
  stated?: StatedSite | undefined;
  number?: NumberOfSite | undefined;
  problems: Problem[];
}

/** Reads the site from its code or key. Any other value is refused, because entries of another site are other entries. */
function readSite(all: JsonObject, pathOf: (key: string) => string[], line: number | undefined): ReadSite {
  const read: ReadSite = { problems: [] };
  for (const { key, member, ...setting } of siteSettings) {
    const value = all[key] ?? 0;
    const path = pathOf(key);
    // Zero means: no site.
    if (value === 0) continue;
    const number = 'mayBeNumber' in setting ? numberOfSite(value) : undefined;
    if (number !== undefined) read.number ??= { key, number, path, line };
    else if (isSiteName(value)) read.stated ??= { member, code: value, path };
    else read.problems.push(noSiteName(key, value, path));
  }
  return read;
}

function numberOfSite(value: JsonValue): string | undefined {
  const number = lostNumber(value) ?? value;
  return typeof number === 'number' || (typeof number === 'string' && /^\d+$/.test(number))
    ? shownNumber(String(number))
    : undefined;
}

function noSiteName(key: string, value: JsonValue, path: string[]): Problem {
  const what = typeof value === 'string' && lostNumber(value) === undefined ? 'is blank' : `is ${quoted(value)}`;
  const message = `The setting ${quote(key)} of the file must be a string that identifies the site of the entries, but ${what}. The file was not read.`;
  const fix =
    'Use the external reference code or the key of the site. Or remove the setting: then the entries have no site.';
  return errorProblem('SETTING_INVALID', message, { path, fix });
}

/** The file has it in one of two places, or in both, once as `DEFAULT`. */
function delegateOf(values: readonly (JsonValue | undefined)[]): string | undefined {
  const texts = values.filter((value): value is string => typeof value === 'string' && value !== '');
  return texts.find((value) => value !== 'DEFAULT') ?? texts[0];
}

function pick<Value extends string>(value: JsonValue | undefined, values: readonly Value[]): Value | null {
  return values.find((known) => known === value) ?? null;
}

function checkValue(value: JsonValue | undefined, values: readonly string[], path: string[]): Problem[] {
  if (value === undefined) return [];
  const found = lostNumber(value) ?? (typeof value === 'string' ? value : exactJson(value));
  if (values.includes(found)) return [];
  const message = `The setting ${quote(path.at(-1) ?? '')} of the file has the invalid value ${quote(found)}.`;
  const near = closestName(found, values);
  const fix = near === undefined ? `Use one of ${values.map(quote).join(', ')}.` : `Did you mean ${quote(near)}?`;
  return [errorProblem('SETTING_INVALID', message, { path, fix })];
}

/** String settings. Null and empty ones count as absent. */
const textKeys: readonly string[] = [
  ...['className', 'taskItemDelegateName', 'batchRestrictFields', 'fieldNameMapping'],
  ...parentKeys,
];

function checkTexts(settings: JsonObject, place: readonly string[]): Problem[] {
  return textKeys.flatMap((key) => {
    const value = settings[key] ?? null;
    // The reader reports a class that is an inexact number, as it reports any unknown class.
    const isText = key === 'className' || lostNumber(value) === undefined;
    return value === null || (typeof value === 'string' && isText)
      ? []
      : [wrongSetting(key, 'must be a text', [...place, key])];
  });
}

function checkParameters(parameters: JsonValue = null): Problem[] {
  if (parameters === null || isJsonObject(parameters)) return [];
  return [wrongSetting('parameters', 'must be an object', ['configuration', 'parameters'])];
}

function wrongSetting(key: string, rule: string, path: string[]): Problem {
  const message = `The setting ${quote(key)} of the file ${rule}.`;
  return errorProblem('SETTING_INVALID', message, { path, fix: 'Correct it, or remove it.' });
}

function unknownKeys(settings: JsonObject, place: readonly string[]): Problem[] {
  return Object.entries(settings).flatMap(([key, value]) => {
    if (silentKeys.has(key) || readKeys.has(key) || value === null || value === '') return [];
    const path = [...place, key];
    if (undoneKeys.has(key)) {
      return [
        warningProblem('CONTENT_IGNORED', `The setting ${quote(key)} of the file is not supported and has no effect.`, {
          path,
        }),
      ];
    }
    const message = `The file has a setting ${quote(key)}, which is unknown and has no effect.`;
    return [warningProblem('SETTING_UNKNOWN', message, { path, fix: fixOfKey(key) })];
  });
}

function fixOfKey(key: string): string {
  const known = [...readKeys, ...undoneKeys, ...silentKeys];
  const near = closestName(key, known);
  const meant = Object.hasOwn(meantByKey, key) ? meantByKey[key] : near && quote(near);
  const nothing = 'No action is required: it has no effect here, and the product may use it.';
  return meant === undefined ? nothing : `Did you mean ${meant}?`;
}

function splitList(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((name) => name.trim() || []);
}

function readMapping(
  text: string | undefined,
  path: string[],
): { pairs: FieldMapping[] | undefined; problems: Problem[] } {
  if (text === undefined) return { pairs: undefined, problems: [] };
  const pairs: FieldMapping[] = [];
  const problems: Problem[] = [];
  for (const pair of splitList(text)) {
    const [source, target, ...more] = pair.split('=');
    if (source && target && more.length === 0) pairs.push({ source, target });
    else {
      const message = `The setting "fieldNameMapping" of the file has the pair ${quote(pair)}, which does not have the form source=target.`;
      problems.push(errorProblem('MAPPING_INVALID', message, { path }));
    }
  }
  return { pairs, problems };
}
