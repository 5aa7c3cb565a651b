/** Maximum nesting depth of JSON in a file or a spec. Code that recurses over a spec relies on it. */
export const maxNestingDepth = 100;

/** Maximum length of a resource name in characters (that of the Console since 12.0.0; used for all kinds). */
export const maxNameLength = 80;

/** Maximum size in bytes of one item of a file, and of a file that must be read as a whole. */
export const maxItemBytes = 16 * 1024 * 1024;
export const maxDocumentBytes = 32 * 1024 * 1024;
