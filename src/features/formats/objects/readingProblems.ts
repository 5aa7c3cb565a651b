/** The wording of what keeps the records of a file from being read. */
import { errorProblem, warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { RecordPlace } from '../records/recordEvents.js';
import { quote } from '../scanning/fileProblems.js';
import type { NumberOfSite, StatedSite } from './batchSettings.js';
import { objectsClasses } from './objectsClasses.js';

/** A class whose items are no resources. */
export function unknownClass(className: string): Problem {
  const known = objectsClasses.map((one) => one.className.replace(/^.*\./, '')).join(', ');
  const message = `The file holds items of the class ${quote(className)}, which are no resources here.`;
  return errorProblem('UNKNOWN_KIND', message, {
    path: ['configuration', 'className'],
    fix: `These are read: ${known}.`,
  });
}

/** Records that nothing says what they are. */
export function kindRequired({ index, line }: RecordPlace): Problem {
  const message = `The file is a list of records, and neither it nor record ${index} on line ${line} says what they are.`;
  return errorProblem('KIND_REQUIRED', message, {
    path: ['options', 'kind'],
    line,
    fix: 'Name their kind with options: { kind: "…" }, and for entries also their definition: { definitionErc: "…" }.',
  });
}

/** Entries of nobody knows what. */
export function definitionRequired({ line }: RecordPlace): Problem {
  const message = 'The file holds object entries, and does not say of which definition.';
  const fix = 'Name the external reference code of the definition.';
  return errorProblem('KIND_REQUIRED', message, { path: ['options', 'definitionErc'], line, fix });
}

/** The setting of a site in a file of what is of none. */
export function siteOfNone({ path, code }: Pick<StatedSite, 'path' | 'code'>): Problem {
  const message = `The setting ${quote(path.at(-1) ?? '')} of the file, ${quote(code)}, was left out: only entries are of a site.`;
  return warningProblem('CONTENT_IGNORED', message, {
    path,
    fix: 'Remove it.',
  });
}

/** The setting of a site that names it by a number. `isLost`: there are entries that do not name it themselves. */
export function siteByNumber({ key, number, path, line }: NumberOfSite, isLost: boolean): Problem {
  const detail = { path, ...(line !== undefined && { line }) };
  if (!isLost) {
    const unused = `The setting ${quote(key)} of the file, the number ${quote(number)} of a site, was left out: the entries name their site themselves.`;
    return warningProblem('CONTENT_IGNORED', unused, detail);
  }
  const message = `The setting ${quote(key)} of the file names the site of the entries by the number ${quote(number)}, which means nothing outside of its source: entries that name no site themselves are imported without one.`;
  const fix = `Add ${quote(key === 'siteId' ? 'siteExternalReferenceCode' : 'assetLibraryExternalReferenceCode')} beside it.`;
  return warningProblem('CONTENT_IGNORED', message, { ...detail, fix });
}

/** A file without a record. */
export function noRecords(): Problem {
  return errorProblem('NOTHING_TO_IMPORT', 'The file holds no records, so there is nothing to import.');
}
