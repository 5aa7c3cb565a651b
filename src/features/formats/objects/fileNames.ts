/** File names that Liferay uses, and that Waybill writes for it: they contain class and definition, and a number for the order. */
import { apiApplicationDefinition, objectsClasses, objectsKinds } from './objectsClasses.js';
import type { ObjectsClass } from './objectsClasses.js';

/** The class of a file, e.g. `object-definition`. */
export function slugOf({ className }: ObjectsClass): string {
  return className
    .replace(/^.*\./, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase();
}

/** What a file name such as `06-object-entry.C_Ticket.csv` tells about the records; undefined if nothing. */
export function hintOfName(
  fileName: string,
): { itemClass: ObjectsClass; definitionName: string | undefined } | undefined {
  const name = fileName.replace(/^.*[/\\]/, '');
  const definitionName = /C_([A-Za-z][A-Za-z0-9]*)/.exec(name)?.[1];
  // oxlint-disable-next-line waybill/linear-pattern -- begins at the start of a word, so that each letter is read once
  const slug = /(?<![a-z])[a-z]+(?:-[a-z]+)+/.exec(name)?.[0] ?? '';
  const kind = definitionName === apiApplicationDefinition ? objectsKinds.apiApplication : objectsKinds.entry;
  const found = objectsClasses.find((known) =>
    definitionName === undefined ? slugOf(known) === slug : known.kind === objectsKinds.entry,
  );
  if (found === undefined) return undefined;
  return { itemClass: definitionName === undefined ? found : { ...found, kind }, definitionName };
}
