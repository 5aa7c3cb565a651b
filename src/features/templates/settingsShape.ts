import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';

/** What one setting of a template may be. */
export type SettingRule =
  | TextRule
  | { readonly type: 'FLAG' }
  | { readonly type: 'ANY' }
  | { readonly type: 'LIST'; readonly of: SettingRule }
  | SettingGroup;

/** What a text may be. */
export type TextRule =
  { readonly type: 'TEXT' | 'ID' | 'KIND' } | { readonly type: 'CHOICE'; readonly values: readonly string[] };

/** Settings by name. */
export interface SettingGroup {
  readonly type: 'GROUP';
  readonly members: Readonly<Record<string, SettingRule>>;
  readonly required?: readonly string[];
  /** Names that stand next to these settings where a template is used, and are not saved; each with what to do instead. */
  readonly unsaved?: Readonly<Record<string, string>>;
}

/** What the templates of one direction may hold. Exports and imports each declare theirs, next to the input that it mirrors. */
export interface SettingsShape {
  readonly group: SettingGroup;
  /** Finds what the rules of single settings can't say; asked only when those hold. Paths lead into the settings. */
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
