import { isId } from '../../shared/clock.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import { closestName } from '../../shared/candidates.js';
import { errorProblem, type Problem } from '../../shared/problem.js';
import { lostNumberProblem } from '../../shared/lostNumberProblem.js';
import { findUnstorableText } from '../../shared/walkInput.js';
import { BoundedProblems, listed, quoted } from '../kinds/index.js';
import type { SettingGroup, SettingRule, SettingsShape, TextRule } from './settingsShape.js';

/** The facts that settings are checked against, beside their shape. */
export interface SettingFacts {
  /** Names of the kinds that the project has. */
  kindNames: ReadonlySet<string>;
}

/** The problems of settings, at most 51; paths lead into the settings. A null member counts as absent. */
export function checkSettings(settings: JsonObject, shape: SettingsShape, facts: SettingFacts): Problem[] {
  const check = new SettingsCheck(facts);
  check.group(settings, shape.group, []);
  return check.problems.isEmpty && shape.check ? shape.check(settings) : check.problems.list();
}

/** Checks settings, no deeper than their shape. */
class SettingsCheck {
  readonly problems = new BoundedProblems();

  constructor(private readonly facts: SettingFacts) {}

  group(settings: JsonObject, group: SettingGroup, path: string[]): void {
    for (const [name, value] of Object.entries(settings)) {
      const rule = Object.hasOwn(group.members, name) ? group.members[name] : undefined;
      if (!rule) this.problems.add(() => unknownSetting([...path, name], name, group));
      else if (value !== null) this.value(value, rule, [...path, name]);
    }
    for (const name of group.required ?? []) {
      if ((settings[name] ?? null) === null) this.problems.add(() => missing(path, name));
    }
  }

  private value(value: JsonValue, rule: SettingRule, path: string[]): void {
    if (rule.type === 'ANY') this.storable(value, path);
    else if (rule.type === 'GROUP') {
      if (isJsonObject(value)) this.group(value, rule, path);
      else this.problems.add(() => wrongType(path, value, 'an object'));
    } else if (rule.type === 'LIST') {
      if (Array.isArray(value)) this.list(value, rule.of, path);
      else this.problems.add(() => wrongType(path, value, 'an array'));
    } else if (rule.type === 'FLAG') {
      if (typeof value !== 'boolean') this.problems.add(() => wrongType(path, value, 'true or false'));
    } else if (typeof value === 'string') this.text(value, rule, path);
    else this.problems.add(() => wrongType(path, value, 'a text'));
  }

  private list(values: readonly JsonValue[], rule: SettingRule, path: string[]): void {
    for (const [index, value] of values.entries()) this.value(value, rule, [...path, String(index)]);
  }

  private text(value: string, rule: TextRule, path: string[]): void {
    const { kindNames } = this.facts;
    const problem =
      (rule.type === 'ID' && !isId(value) && notAnId(path, value)) ||
      (rule.type === 'KIND' && !kindNames.has(value) && unknownKind(path, value, [...kindNames])) ||
      (rule.type === 'CHOICE' && !rule.values.includes(value) && noChoice(path, value, rule.values));
    if (rule.type === 'TEXT') this.storable(value, path);
    if (problem) this.problems.add(() => problem);
  }

  private storable(value: JsonValue, path: string[]): void {
    const found = findUnstorableText({ value });
    if (!found) return;
    const place = [...path, ...found.path.slice(1)];
    const number = lostNumberProblem(found.text, `at ${quoted(place.join('.'))}`, () => place);
    this.problems.add(() => number ?? unstorable(found.fault, place));
  }
}

function unknownSetting(path: string[], name: string, { members, unsaved = {} }: SettingGroup): Problem {
  const elsewhere = Object.hasOwn(unsaved, name) ? unsaved[name] : undefined;
  const known = Object.keys(members);
  const near = closestName(name, known);
  const fix = near === undefined ? `Remove it; known are ${listed(known)}.` : `Did you mean ${quoted(near)}?`;
  const message = elsewhere === undefined ? 'is no setting of a template' : 'is not saved in a template';
  return errorProblem('SETTING_UNKNOWN', `${quoted(name)} ${message}.`, { path, fix: elsewhere ?? fix });
}

function wrongType(path: string[], value: JsonValue, expected: string): Problem {
  const message = `The setting ${quoted(path.join('.'))} is ${quoted(value)}; it must be ${expected}.`;
  return errorProblem('SETTING_INVALID', message, { path, fix: `Use ${expected}, or remove it.` });
}

function missing(path: string[], name: string): Problem {
  const message = `The setting ${quoted(path.join('.'))} lacks its ${quoted(name)}.`;
  return errorProblem('SETTING_INVALID', message, { path, fix: `Add ${quoted(name)}.` });
}

function noChoice(path: string[], value: string, values: readonly string[]): Problem {
  const message = `The setting ${quoted(path.join('.'))} cannot be ${quoted(value)}.`;
  return errorProblem('SETTING_INVALID', message, { path, fix: oneOf(value, values) });
}

function unknownKind(path: string[], value: string, kindNames: readonly string[]): Problem {
  const message = `The project has no kind ${quoted(value)}.`;
  return errorProblem('UNKNOWN_KIND', message, { path, fix: oneOf(value, kindNames) });
}

function notAnId(path: string[], value: string): Problem {
  const message = `${quoted(value)} is not an id of this server.`;
  return errorProblem('INVALID_ID', message, { path, fix: 'Take the id from a list of resources.' });
}

function unstorable(fault: string, path: string[]): Problem {
  const message = `A string of the settings contains ${fault}, which cannot be stored.`;
  return errorProblem('CHARACTER_NOT_ALLOWED', message, { path, fix: 'Remove the character.' });
}

function oneOf(value: string, values: readonly string[]): string {
  const near = closestName(value, values);
  return near === undefined ? `Use one of ${listed(values)}.` : `Did you mean ${quoted(near)}?`;
}
