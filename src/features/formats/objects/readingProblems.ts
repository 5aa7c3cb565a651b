/** Problems that prevent the records of a file from being read. */
import { errorProblem, warningProblem } from '../../../shared/problem.js';
import type { Problem } from '../../../shared/problem.js';
import type { RecordPlace } from '../records/recordEvents.js';
import { nothingToImport, quote } from '../scanning/fileProblems.js';
import type { NumberOfSite, StatedSite } from './batchSettings.js';
import { objectsClasses } from './objectsClasses.js';

/** A class that cannot be imported. */
export function unknownClass(className: string): Problem {
  const known = objectsClasses.map((one) => one.className.replace(/^.*\./, '')).join(', ');
  const message = `The file contains items of the class ${quote(className)}, which cannot be imported.`;
  return errorProblem('UNKNOWN_KIND', message, {
    path: ['configuration', 'className'],
    fix: `Supported classes are: ${known}.`,
  });
}

/** Records whose kind is not known. */
export function kindRequired({ index, line }: RecordPlace): Problem {
  const message = `The file is a list of records, and neither the file nor record ${index} on line ${line} states their kind.`;
  return errorProblem('KIND_REQUIRED', message, {
    path: ['options', 'kind'],
    line,
    fix: 'Set their kind with options: { kind: "…" }, and for entries also their definition: { definitionErc: "…" }.',
  });
}

/** Entries whose definition is not known. */
export function definitionRequired({ line }: RecordPlace): Problem {
  const message = 'The file contains object entries, but does not state their definition.';
  const fix = 'Set the external reference code of the definition with options: { definitionErc: "…" }.';
  return errorProblem('KIND_REQUIRED', message, { path: ['options', 'definitionErc'], line, fix });
}

/** A site setting in a file without entries. */
export function siteOfNone({ path, code }: Pick<StatedSite, 'path' | 'code'>): Problem {
  const message = `The setting ${quote(path.at(-1) ?? '')} of the file, ${quote(code)}, was ignored: only entries have a site.`;
  return warningProblem('CONTENT_IGNORED', message, {
    path,
    fix: 'Remove it.',
  });
}

/** A site setting that identifies the site by a number. `isLost`: some entries do not state their site. */
export function siteByNumber({ key, number, path, line }: NumberOfSite, isLost: boolean): Problem {
  const detail = { path, ...(line !== undefined && { line }) };
  if (!isLost) {
    const unused = `The setting ${quote(key)} of the file, the number ${quote(number)} of a site, was left out: the entries name their site themselves.`;
    return warningProblem('CONTENT_IGNORED', unused, detail);
  }
  const message = `The setting ${quote(key)} of the file identifies the site of the entries by the number ${quote(number)}, which is only valid in the source environment. Entries that do not state a site are imported without one.`;
  const fix = `Add ${quote(key === 'siteId' ? 'siteExternalReferenceCode' : 'assetLibraryExternalReferenceCode')} beside it.`;
  return warningProblem('CONTENT_IGNORED', message, { ...detail, fix });
}

export function noRecords(): Problem {
  return nothingToImport('The file contains no records, so there is nothing to import.');
}
