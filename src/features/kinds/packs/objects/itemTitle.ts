import { isJsonObject } from '../../../../shared/json.js';
import type { JsonObject, JsonValue } from '../../../../shared/json.js';

const textKeys = ['label', 'title', 'name_i18n', 'name'];
const commonLanguages = ['en_US', 'en-US', 'en'];

/** The title of an item: the first text among its label, title and name, in its default language. */
export function itemTitle(item: JsonObject): string | null {
  const preferred = item['defaultLanguageId'];
  const languages = [...(typeof preferred === 'string' ? [preferred] : []), ...commonLanguages];
  for (const key of textKeys) {
    const text = textIn(item[key], languages);
    if (text !== undefined) return text;
  }
  return null;
}

function textIn(value: JsonValue | undefined, languages: readonly string[]): string | undefined {
  const texts = isJsonObject(value)
    ? [...languages.map((language) => value[language]), ...Object.values(value)]
    : [value];
  return texts.find((text): text is string => typeof text === 'string' && text !== '');
}
