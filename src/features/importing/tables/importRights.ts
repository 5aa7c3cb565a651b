/** The rights of the importing user that a plan depends on, beside the readers of resources. */
export interface ImportRights {
  /** Kinds that only superusers may import. */
  deniedKinds?: readonly string[];
  /** Whether the user is a manager of the project. */
  isManager?: boolean;
}

/** The importing user, as plain data. */
export interface Importer {
  principalId: string | null;
  rights: ImportRights;
}
