/** What a change takes away or makes stricter: parts that are gone or renamed, other types, and what is required now. */
import { isJsonObject, type JsonObject } from '../../shared/json.js';
import { kindNamed } from './knownKinds.js';

/** Sentences about what breaks for whoever uses the resource; none if its kind is not known. */
export function breakingChanges(kindName: string, before: JsonObject, after: JsonObject): string[] {
  const { compareParts } = kindNamed(kindName) ?? {};
  const { removed, renamed, tightened } = compareParts?.(before, after) ?? { removed: [], renamed: [], tightened: [] };
  const sentences = [
    ...removed.map(({ title, name }) => `The ${title} "${name}" is removed.`),
    ...renamed.map(({ title, name, newName }) => `The ${title} "${name}" is called "${newName}" now.`),
    ...tightened.map(({ title, name, claim }) => `The ${title} "${name}" ${claim}.`),
    ...stricterFields(before, after),
  ];
  return [...new Set(sentences)];
}

/** For kinds whose fields are a list `fields`, as in Fast Data. */
function stricterFields(before: JsonObject, after: JsonObject): string[] {
  const former = fieldsByName(before);
  const sentences: string[] = [];
  for (const [name, field] of fieldsByName(after)) {
    const known = former.get(name);
    if (known && known['type'] !== field['type'])
      sentences.push(`The field "${name}" has the type ${typeOf(field)} instead of ${typeOf(known)}.`);
    if (field['required'] === true && known?.['required'] !== true)
      sentences.push(`The field "${name}" is ${known ? 'required now' : 'new and required'}.`);
    if (known?.['nullable'] === true && field['nullable'] === false)
      sentences.push(`The field "${name}" can no longer be null.`);
  }
  return sentences;
}

function typeOf({ type }: JsonObject): string {
  return typeof type === 'string' ? type : JSON.stringify(type ?? null);
}

function fieldsByName({ fields }: JsonObject): Map<string, JsonObject> {
  const list = Array.isArray(fields) ? fields.filter(isJsonObject) : [];
  return new Map(list.map((field) => [typeof field['name'] === 'string' ? field['name'] : '', field]));
}
