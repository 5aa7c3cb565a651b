/** How deep JSON may be nested, in a file or in a spec. Everything that recurses over a spec relies on it. */
export const maxNestingDepth = 100;

/** How long a resource name may be, in characters (Console 12.0.0 refuses longer ones; the limit holds for all kinds). */
export const maxNameLength = 80;

/** How large one item of a file may be, and a file that can only be read as a whole, in bytes. */
export const maxItemBytes = 16 * 1024 * 1024;
export const maxDocumentBytes = 32 * 1024 * 1024;
