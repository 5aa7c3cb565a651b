import { isJsonObject, type JsonObject, type JsonValue } from '../../../../shared/json.js';
import { customFileOf } from './specialValues.js';

/** A file that a spec refers to, and the first place that does. */
export interface CustomFile {
  name: string;
  path: string[];
}

/** Every file that the spec refers to with `__fromFile__[name]`, each once. */
export function customFilesOf(spec: JsonObject): CustomFile[] {
  // Building paths is expensive, and few specs refer to a file.
  if (!namesCustomFile(spec)) return [];
  const pathByFile = new Map<string, string[]>();
  const stack: { value: JsonValue; path: string[] }[] = [{ value: spec, path: [] }];
  for (let part = stack.pop(); part; part = stack.pop()) {
    const { value, path } = part;
    if (typeof value === 'string') {
      const file = customFileOf(value);
      if (file !== undefined && !pathByFile.has(file)) pathByFile.set(file, path);
    } else if (Array.isArray(value) || isJsonObject(value)) {
      for (const [key, member] of Object.entries(value).reverse()) stack.push({ value: member, path: [...path, key] });
    }
  }
  return [...pathByFile].map(([name, path]) => ({ name, path }));
}

function namesCustomFile(spec: JsonObject): boolean {
  const stack: JsonValue[] = [spec];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value === 'string') {
      if (customFileOf(value) !== undefined) return true;
    } else if (Array.isArray(value)) {
      for (const element of value) stack.push(element);
    } else if (value !== null && typeof value === 'object') {
      for (const key of Object.keys(value)) stack.push(value[key] ?? null);
    }
  }
  return false;
}
