/**
 * The files of resources in a folder. A path follows from kind and name alone, on every system: what a file system does not allow, or reads
 * as something else, is percent-encoded. Only where two paths differ in nothing but case, which many file systems do not tell apart, those
 * with capital letters get a suffix that follows from the name. `~` stands in no name: what follows it was added here.
 */
import { hash } from 'node:crypto';
import { isStranger } from './folderFiles.js';

/** A resource by its kind and name. */
export interface FolderKey {
  kind: string;
  name: string;
}

/** File systems allow 255 bytes; a suffix, the place of a text and an ending follow. */
const maxSegmentBytes = 150;
const kept = /^[\p{L}\p{M}\p{N} _.@+,=()-]$/u;
const unseen = /\p{Default_Ignorable_Code_Point}/u;
/** What Windows takes for a device, whatever the ending. */
const device = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³]) *(?:\.|$)/i;

/** A key for maps. */
export function textOfKey({ kind, name }: FolderKey): string {
  return JSON.stringify([kind, name]);
}

/** Equal for paths that some file system does not tell apart. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/**
 * The path of a resource without ending and suffix: `fast-data/Projection/pr_books`. What stands before the first slash of a name, such as
 * the definition of an entry, is a folder.
 */
export function plainStem({ kind, name }: FolderKey): string {
  const slash = name.indexOf('/');
  const parts = slash > 0 && slash < name.length - 1 ? [name.slice(0, slash), name.slice(slash + 1)] : [name];
  const [file = '', ...owner] = parts.reverse();
  const at = kind.indexOf('/');
  const folders = at > 0 ? [kind.slice(0, at), kind.slice(at + 1)] : [kind];
  return [...[...folders, ...owner].map(folderSegment), fileSegment(file)].join('/');
}

/** The path of a resource that shares its plain path with another one. */
export function suffixedStem(key: FolderKey): string {
  return `${plainStem(key)}~${digestOf(textOfKey(key))}`;
}

/** The paths of all resources of a folder, by {@link textOfKey}. */
export function folderStems(keys: Iterable<FolderKey>): Map<string, string> {
  const groups = new Map<string, FolderKey[]>();
  for (const key of keys) {
    const fold = foldPath(plainStem(key));
    const group = groups.get(fold);
    if (group) group.push(key);
    else groups.set(fold, [key]);
  }
  const stems = new Map<string, string>();
  for (const group of groups.values()) {
    const small = group.filter(({ name }) => name === foldPath(name));
    const plain = group.length === 1 ? group[0] : small.length === 1 ? small[0] : undefined;
    for (const key of group) stems.set(textOfKey(key), key === plain ? plainStem(key) : suffixedStem(key));
  }
  return stems;
}

/** A part of a name as a part of a file name: without dots and `~`. */
export function namePart(text: string): string {
  return folderSegment(text);
}

/** Folders have no dots, and files an ending: neither can be taken for the other, nor a folder for one that is left out. */
function folderSegment(text: string): string {
  const written = segment(text, (character, isLast) => character === '.' || (isLast && character === ' '));
  return isStranger(written) ? `${encoded(written.charAt(0))}${written.slice(1)}` : written;
}

function fileSegment(text: string): string {
  return segment(text, () => false);
}

function segment(text: string, isRefused: (character: string, isLast: boolean) => boolean): string {
  const characters = Array.from(text);
  const last = characters.length - 1;
  const written = characters.map((character, at) => {
    const isKept = kept.test(character) && !unseen.test(character) && !isRefused(character, at === last);
    return isKept && !(at === 0 && /[ .-]/.test(character)) ? character : encoded(character);
  });
  if (device.test(text)) written[0] = encoded(characters[0] ?? '');
  const whole = written.join('');
  return Buffer.byteLength(whole) <= maxSegmentBytes && whole !== '' ? whole : cutSegment(written, text);
}

function cutSegment(written: readonly string[], text: string): string {
  let start = '';
  for (const part of written) {
    if (Buffer.byteLength(start + part) > maxSegmentBytes - digestLength - 1) break;
    start += part;
  }
  return `${start}~${digestOf(text)}`;
}

/** In UTF-8; half of a surrogate pair, which has no bytes, by its number. */
function encoded(character: string): string {
  const code = character.charCodeAt(0);
  if (character.length === 1 && code >= 0xd800 && code <= 0xdfff) return `%u${code.toString(16).toUpperCase()}`;
  return Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

const digestLength = 10;

function digestOf(text: string): string {
  return hash('sha256', text).slice(0, digestLength);
}
