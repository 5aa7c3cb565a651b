/** Names of files of the product, and of those that are written for it: class and definition stand in them, with a number for the order. */
import { apiApplicationDefinition, objectsClasses, objectsKinds } from './objectsClasses.js';
import type { ObjectsClass } from './objectsClasses.js';

/** The class of a file, e.g. `object-definition`. */
export function slugOf({ className }: ObjectsClass): string {
  return className
    .replace(/^.*\./, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase();
}

/** What a name such as `06-object-entry.C_Ticket.csv` says of the records inside; undefined when it says nothing. */
export function hintOfName(
  fileName: string,
): { itemClass: ObjectsClass; definitionName: string | undefined } | undefined {
  const name = fileName.replace(/^.*[/\\]/, '');
  const definitionName = /C_([A-Za-z][A-Za-z0-9]*)/.exec(name)?.[1];
  const slug = /(?<![a-z])[a-z]+(?:-[a-z]+)+/.exec(name)?.[0] ?? '';
  const kind = definitionName === apiApplicationDefinition ? objectsKinds.apiApplication : objectsKinds.entry;
  const found = objectsClasses.find((known) =>
    definitionName === undefined ? slugOf(known) === slug : known.kind === objectsKinds.entry,
  );
  if (found === undefined) return undefined;
  return { itemClass: definitionName === undefined ? found : { ...found, kind }, definitionName };
}
