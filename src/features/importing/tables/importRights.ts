/** What of the rights of who imports a plan depends on, beside the readers of resources. */
export interface ImportRights {
  /** Kinds that they may not import, because only superusers do. */
  deniedKinds?: readonly string[];
  /** True for a manager of the project. */
  isManager?: boolean;
}

/** Who imports, as plain data. */
export interface Importer {
  principalId: string | null;
  rights: ImportRights;
}
