/**
 * Long texts of a spec in files of their own, such as scripts and the XML of workflows: `{ "$file": "trim~casting.js" }` stands at their
 * place. An object of a spec that looks like that gets one more `$`, so that every spec comes back as it was. The nesting of a spec must be
 * limited: this recurses.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/json.js';
import { hash } from 'node:crypto';
import { foldPath, namePart } from './folderNames.js';
import { findMergeMarker } from './mergeMarkers.js';

/** A text in a file beside the JSON. */
export interface TextFile {
  /** Its name, without a folder. */
  name: string;
  text: string;
}

const fileMember = '$file';
const looksLikeMember = /^\$+file$/;
/** Texts of these members have their own file as soon as they have two lines; others only if they are long. */
const textMembers: ReadonlySet<string> = new Set(['casting', 'content', 'script', 'xml']);
const longText = 400;
const maxPlaceBytes = 60;

/** Takes the long texts out of a spec. `stem`: the file name of the resource without its ending. */
export function takeTexts(spec: JsonObject, stem: string): { spec: JsonObject; files: TextFile[] } {
  const taking = new Taking(stem);
  return { spec: taking.object(spec, []), files: taking.files };
}

class Taking {
  readonly files: TextFile[] = [];
  private readonly folds = new Set<string>();

  constructor(private readonly stem: string) {}

  object(object: JsonObject, places: readonly string[]): JsonObject {
    const entries = Object.entries(object);
    const [first] = entries;
    const isLike = entries.length === 1 && first !== undefined && looksLikeMember.test(first[0]);
    // fromEntries makes a member of every key, also of `__proto__`.
    return Object.fromEntries(
      entries.map(([key, value]) => [isLike ? `$${key}` : key, this.value(value, [...places, key], key)]),
    );
  }

  private value(value: JsonValue, places: readonly string[], key: string): JsonValue {
    if (Array.isArray(value))
      return value.map((element, at) => this.value(element, [...places, labelOf(element, at)], ''));
    if (isJsonObject(value)) return this.object(value, places);
    if (typeof value !== 'string' || !needsFile(value, key)) return value;
    const name = this.nameOf(places, extensionOf(value, key));
    this.files.push({ name, text: value });
    return { [fileMember]: name };
  }

  private nameOf(places: readonly string[], extension: string): string {
    const whole = places.map(namePart).join('.');
    const place =
      Buffer.byteLength(whole) <= maxPlaceBytes
        ? whole
        : `${namePart(places.at(-1) ?? '').slice(0, 30)}~${hash('sha256', whole).slice(0, 10)}`;
    for (let number = 1; ; number += 1) {
      const name = `${this.stem}~${place}${number === 1 ? '' : `~${number}`}.${extension}`;
      const fold = foldPath(name);
      if (this.folds.has(fold)) continue;
      this.folds.add(fold);
      return name;
    }
  }
}

/** An element of a list by its name, so that its file keeps its name when the list changes. */
function labelOf(element: JsonValue, at: number): string {
  const { name, key, id } = isJsonObject(element) ? element : {};
  const labels = [name, key, id].filter((label): label is string => typeof label === 'string' && label !== '');
  return labels[0] ?? String(at);
}

function needsFile(text: string, key: string): boolean {
  if (!text.includes('\n') || (text.length < longText && !textMembers.has(key))) return false;
  // What UTF-8 cannot hold, and what would be taken for a conflict, stays where it is.
  return !text.includes('\0') && Buffer.from(text).toString() === text && findMergeMarker(text) === undefined;
}

function extensionOf(text: string, key: string): string {
  const start = text.slice(0, 500).trimStart();
  if (/^<(?:!doctype html|html|head|body|p|div|table|h\d|br)\b/i.test(start)) return 'html';
  if (/^<[?!a-z]/i.test(start)) return 'xml';
  if (key === 'casting' || /\bmodule\.exports\b/.test(text)) return 'js';
  return key === 'script' ? 'groovy' : 'txt';
}

/** The name of the file at a place; undefined if the place has none. */
function fileOf(value: JsonObject): JsonValue | undefined {
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === fileMember ? value[fileMember] : undefined;
}

/** The names of the files that a spec refers to; what is not a text is a fault. The spec itself is never a text. */
export function textFilesOf(spec: JsonObject): JsonValue[] {
  return Object.values(spec).flatMap(filesIn);
}

function filesIn(value: JsonValue): JsonValue[] {
  if (Array.isArray(value)) return value.flatMap(filesIn);
  if (!isJsonObject(value)) return [];
  const file = fileOf(value);
  return file === undefined ? Object.values(value).flatMap(filesIn) : [file];
}

/** Puts the texts back into a spec; the inverse of {@link takeTexts}. */
export function putTexts(spec: JsonObject, textByFile: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(Object.entries(unlike(spec)).map(([key, value]) => [key, putInto(value, textByFile)]));
}

function putInto(value: JsonValue, textByFile: ReadonlyMap<string, string>): JsonValue {
  if (Array.isArray(value)) return value.map((element) => putInto(element, textByFile));
  if (!isJsonObject(value)) return value;
  const file = fileOf(value);
  if (typeof file === 'string') return textByFile.get(file) ?? '';
  return putTexts(value, textByFile);
}

/** Takes away the `$` that was added. */
function unlike(object: JsonObject): JsonObject {
  const [key, ...others] = Object.keys(object);
  if (key === undefined || others.length > 0 || key === fileMember || !looksLikeMember.test(key)) return object;
  return { [key.slice(1)]: object[key] ?? null };
}
