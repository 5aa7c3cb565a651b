import { lostNumber, withDigits, withDigitsInside } from '../../../shared/exactNumbers.js';
import { lostNumberProblem } from '../../../shared/lostNumberProblem.js';
import { errorProblem, warningProblem, type Problem } from '../../../shared/problem.js';
import { textFault } from '../../../shared/storableText.js';
import { findUnstorableText } from '../../../shared/walkInput.js';
import type { BundleSource, FileItem } from '../../formats/index.js';

/**
 * Replaces numbers that JavaScript cannot represent, in the name, title and other texts of an item, by their digits, so that
 * they can be displayed. Each is a problem.
 */
export function withNumbersTold(item: FileItem): FileItem {
  const { kind, name, title, parent, externalReferenceCode, sourceId, origins } = item;
  const texts = [kind, name, title, parent, externalReferenceCode, sourceId];
  if (origins.length === 0 && texts.every((text) => text === null || withDigits(text) === text)) return item;
  const shown = withDigitsShown(item);
  const problems = unstorableTexts(item).filter(({ code }) => code === 'NUMBER_NOT_EXACT');
  const about = { kind: shown.kind, name: shown.name, line: item.line };
  return { ...shown, problems: [...shown.problems, ...problems.map((problem) => ({ ...problem, ...about }))] };
}

/**
 * Problems of the texts outside the spec. A text that the spec contains too is reported there. Name and kind have checks of
 * their own.
 */
export function unstorableTexts({
  name,
  title,
  parent,
  externalReferenceCode,
  sourceId,
  origins,
  spec,
}: FileItem): Problem[] {
  // Almost always: this runs for each item, and the walk below takes twenty times as long.
  if (origins.length === 0 && [name, title, parent, externalReferenceCode, sourceId].every(isStorable)) return [];
  const texts = [{ title }, { parent }, { externalReferenceCode }, { sourceId }, { origins }];
  const all = lostNumber(name) === undefined ? texts : [{ name }, ...texts];
  return all.flatMap((text) => {
    const found = findUnstorableText(text);
    if (!found || JSON.stringify(spec).includes(JSON.stringify(found.text))) return [];
    const number = lostNumberProblem(found.text, `at ${found.path.join('/')}`, () => found.path);
    if (number) return [number];
    const message = `The ${found.path.join('/')} contains ${found.fault}, which cannot be stored.`;
    return [errorProblem('CHARACTER_NOT_ALLOWED', message, { path: found.path, fix: 'Remove the character.' })];
  });
}

function isStorable(text: string | null): boolean {
  return text === null || textFault(text) === undefined;
}

function withDigitsShown(item: FileItem): FileItem {
  const textOrNull = (text: string | null): string | null => (text === null ? null : withDigits(text));
  const { definition, origins } = item;
  return {
    ...item,
    kind: withDigits(item.kind),
    name: withDigits(item.name),
    title: textOrNull(item.title),
    externalReferenceCode: textOrNull(item.externalReferenceCode),
    parent: textOrNull(item.parent),
    sourceId: textOrNull(item.sourceId),
    origins: withDigitsInside(origins as never),
    ...(definition && { definition: mapTexts(definition, withDigits) }),
    problems: item.problems.map((problem) => ({
      ...problem,
      kind: withDigits(item.kind),
      name: withDigits(item.name),
    })),
  };
}

function mapTexts<Texts extends object>(texts: Texts, map: (text: string) => string): Texts {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, map(String(text))])) as Texts;
}

/** Texts of the source that cannot be stored are warnings: the source is only displayed. */
export function unstorableSource(source: BundleSource): Problem[] {
  const found = findUnstorableText({ source });
  if (!found) return [];
  const number = lostNumberProblem(found.text, `at ${found.path.join('/')} of the file`, () => found.path);
  if (number) return [{ ...number, severity: 'WARNING' }];
  const message = `The ${found.path.join('/')} of the file contains ${found.fault}, which cannot be stored; it is shown as "\uFFFD".`;
  return [warningProblem('CHARACTER_NOT_ALLOWED', message, { path: found.path, fix: 'Remove the character.' })];
}
