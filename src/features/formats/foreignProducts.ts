/** Detects files of other products that look like supported ones, so that the problem can name the product. */
import { errorProblem, type Problem } from '../../shared/problem.js';
import type { FileHead } from './format.js';
import { keysOfFirstElement } from './fileHead.js';

interface Signature {
  /** What the file is, with its article. */
  what: string;
  /** Keys of the first object: it must have all of these, and one of `any`. */
  all: readonly string[];
  any?: readonly string[];
  /** What else the start of the file must contain. */
  text?: RegExp;
}

const signatures: readonly Signature[] = [
  { what: 'an export of saved objects of Kibana', all: ['attributes', 'type'], any: ['id', 'references', 'coreMigrationVersion'] },
  { what: 'an export of saved objects of Kibana', all: ['_source', '_type'] },
  { what: 'an export of saved objects of Kibana', all: ['exportedCount', 'missingRefCount'] },
  { what: 'an export of saved objects of Kibana', all: ['objects', 'version'], text: /"attributes"\s*:/ },
  { what: 'a dashboard of Grafana', all: ['panels'], any: ['annotations', 'editable', 'graphTooltip', 'schemaVersion', 'templating', 'timepicker', '__inputs'] },
  { what: 'a dashboard of Grafana', all: ['dashboard'], any: ['meta', 'folderUid', 'folderId', 'overwrite'] },
  { what: 'a file of Grafana', all: ['apiVersion', 'kind'], text: /"apiVersion"\s*:\s*"[\w.-]*grafana\.app\// },
  { what: 'a workflow of n8n', all: ['nodes', 'connections'] },
  { what: 'a schema snapshot of Directus', all: ['directus'], any: ['version', 'vendor', 'collections'] },
  { what: 'a schema snapshot of Directus', all: ['data'], text: /"directus"\s*:\s*"\d/ },
  { what: 'a content type of Strapi', all: ['kind', 'attributes'], text: /"(?:collection|single)Type"/ },
  { what: 'an answer of the API of Strapi', all: ['data', 'meta'], text: /"pagination"\s*:/ },
  { what: 'an export of Strapi', all: ['type', 'data'], text: /"type"\s*:\s*"(?:api|plugin|admin)::/ },
]; // prettier-ignore

/**
 * Detects a file of another product by its first object: the file, its first line or its first element. Undefined if the file may be
 * supported.
 */
export function refuseForeignProduct(head: FileHead): Problem | undefined {
  const keys = firstKeys(head);
  const found = signatures.find(
    ({ all, any, text }) =>
      all.every((key) => keys.has(key)) &&
      (any === undefined || any.some((key) => keys.has(key))) &&
      (text === undefined || text.test(head.text)),
  );
  if (!found) return undefined;
  return errorProblem('FORMAT_UNRECOGNIZED', `The file is ${found.what}; files of that product are not supported.`, {
    fix: 'Upload a file of Mia-Platform Fast Data, Liferay objects or Camunda Optimize, a Waybill bundle, or a CSV file.',
  });
}

function firstKeys({ text, topLevelKeys }: FileHead): ReadonlySet<string> {
  return keysOfFirstElement(text) ?? new Set(topLevelKeys);
}

const office: readonly { member: RegExp; what: string; fix: string }[] = [
  { member: /^xl\//, what: 'an Excel workbook (.xlsx)', fix: 'Save the sheet as "CSV UTF-8" and upload that.' },
  { member: /^word\//, what: 'a Word document (.docx)', fix: 'Upload the exported file itself.' },
  { member: /^ppt\//, what: 'a PowerPoint file (.pptx)', fix: 'Upload the exported file itself.' },
];

/** MEDIA_TYPE_UNSUPPORTED: an archive that is an office document, by the names of its members. */
export function refuseOfficeFile(paths: readonly string[]): Problem | undefined {
  const names = new Set(paths);
  const isOffice = names.has('[Content_Types].xml');
  const isOpenDocument = names.has('mimetype') && names.has('content.xml') && names.has('META-INF/manifest.xml');
  const found = isOffice ? office.find(({ member }) => paths.some((path) => member.test(path))) : undefined;
  if (found) return officeFile(found.what, found.fix);
  return isOpenDocument
    ? officeFile(
        'a document of LibreOffice or OpenOffice',
        'If it is a table, save the sheet as CSV (UTF-8) and upload that.',
      )
    : undefined;
}

function officeFile(what: string, fix: string): Problem {
  const message = `The file is ${what}; only JSON, JSON Lines, CSV and ZIP files are supported.`;
  return errorProblem('MEDIA_TYPE_UNSUPPORTED', message, { fix });
}
