/** Names of the kinds of this pack, for references between them. */
export const kindNames = {
  castFunction: 'fast-data/CastFunction',
  systemOfRecord: 'fast-data/SystemOfRecord',
  projection: 'fast-data/Projection',
  erSchema: 'fast-data/ErSchema',
  singleView: 'fast-data/SingleView',
  crudCollection: 'fast-data/CrudCollection',
} as const;

/** The kinds of collections, most likely first; they are in one database and share a namespace. */
export const collectionKinds: readonly string[] = [
  kindNames.projection,
  kindNames.singleView,
  kindNames.crudCollection,
];

export const collectionNamespace = 'collection';

/** The Console's rule for names of collections. */
export const collectionNamePattern = {
  expression: /^[\w-]+$/,
  sentence: 'it may only hold letters without accents, digits, _ and -.',
};
