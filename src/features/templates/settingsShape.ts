import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';

/** The rule for one setting of a template. */
export type SettingRule =
  | TextRule
  | { readonly type: 'FLAG' }
  | { readonly type: 'ANY' }
  | { readonly type: 'LIST'; readonly of: SettingRule }
  | SettingGroup;

/** The rule for a text. */
export type TextRule =
  | { readonly type: 'TEXT' | 'ID' | 'KIND' }
  | { readonly type: 'CHOICE'; readonly values: readonly string[] };

/** Settings by name. */
export interface SettingGroup {
  readonly type: 'GROUP';
  readonly members: Readonly<Record<string, SettingRule>>;
  readonly required?: readonly string[];
  /** Names of inputs beside these settings that are not saved; each with a fix. */
  readonly unsaved?: Readonly<Record<string, string>>;
}

/** The settings of the templates of one direction. Exports and imports declare theirs beside the input that they mirror. */
export interface SettingsShape {
  readonly group: SettingGroup;
  /**
   * Finds problems that the rules of single settings cannot express; runs only if these are satisfied. Paths lead into the
   * settings.
   */
  readonly check?: (settings: JsonObject) => Problem[];
}

export const textSetting: SettingRule = { type: 'TEXT' };
export const idSetting: SettingRule = { type: 'ID' };
/** The name of a kind that the project has. */
export const kindSetting: SettingRule = { type: 'KIND' };
export const flagSetting: SettingRule = { type: 'FLAG' };
/** Any JSON value. */
export const anySetting: SettingRule = { type: 'ANY' };

export function choiceOf(values: readonly string[]): SettingRule {
  return { type: 'CHOICE', values };
}

export function listOf(rule: SettingRule): SettingRule {
  return { type: 'LIST', of: rule };
}

export function groupOf(
  members: SettingGroup['members'],
  rest: Pick<SettingGroup, 'required' | 'unsaved'> = {},
): SettingGroup {
  return { type: 'GROUP', members, ...rest };
}
