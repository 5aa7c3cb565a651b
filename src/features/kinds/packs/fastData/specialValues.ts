/**
 * Values that look like names of resources or fields and are none: constants, custom files and markers. Source: documentation
 * of `erSchema.json`, `aggregation.json` and `kafkaProjectionUpdates.json`.
 */

const constantPattern = /^__(?:string|integer|boolean|constant)__\[[^]*\]$/;
const filePattern = /^__fromFile__\[([^]*)\]$/;
const markers: ReadonlySet<string> = new Set(['__automatic__', '_identifier']);

/** Whether a text is a constant such as `__string__[x]`. */
export function isConstant(text: string): boolean {
  return constantPattern.test(text);
}

/** The file in `__fromFile__[name]`; undefined for other texts. */
export function customFileOf(text: string): string | undefined {
  return filePattern.exec(text)?.[1];
}

/** Whether a text can be the name of a resource: it is neither a constant, a custom file nor a marker. */
export function isResourceName(text: string): boolean {
  return !markers.has(text) && !isConstant(text) && customFileOf(text) === undefined;
}
