/** The name of the resource that an object entry is: the name of its definition, without `C_`, and its external reference code. */
export function entryName(definition: string, erc: string): string {
  return `${definition}/${erc}`;
}
