/** The files of a resource: its JSON, and its long texts beside it. */
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import type { BundleSource, FileItem } from '../format.js';
import { folderFormat, folderFormatVersion, folderOfPath, nameOfPath, recordEnding } from './folderFiles.js';
import { prettyJson } from './prettyJson.js';
import { takeTexts } from './textFiles.js';

/** A file to write. */
export interface WrittenText {
  path: string;
  text: string;
}

/** What a person looks for comes first. */
const order = ['kind', 'name', 'title', 'externalReferenceCode', 'parent', 'id', 'origins', 'spec'];

/** The files of an item; `stem` is its path without its ending. The first one is the JSON. */
export function filesOfItem(item: FileItem, stem: string): WrittenText[] {
  const { kind, name, title, externalReferenceCode, parent, sourceId, origins } = item;
  const { spec, files } = takeTexts(item.spec, nameOfPath(stem));
  const given = Object.entries({ title, externalReferenceCode, parent, id: sourceId }).filter(
    ([, value]) => value !== null,
  );
  const record: JsonObject = {
    ...{ kind, name },
    ...Object.fromEntries(given),
    ...(origins.length > 0 && { origins: origins as unknown as JsonValue }),
    spec,
  };
  const folder = folderOfPath(stem);
  return [
    { path: `${stem}${recordEnding}`, text: prettyJson(record, order) },
    ...files.map((file) => ({ path: `${folder}${file.name}`, text: file.text })),
  ];
}

/** The manifest: neither time nor count nor digest, so that an export of an unchanged branch changes nothing. */
export function manifestText({ instance, project, branch }: BundleSource): string {
  const source = { instance, project, branch };
  const manifest = { format: folderFormat, formatVersion: folderFormatVersion, source };
  return prettyJson(manifest, ['format', 'formatVersion', 'source']);
}
