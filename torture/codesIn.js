/** Codes of the errors or problems that the client of the API threw; undefined for anything else. */
export function codesIn({ message }) {
  try {
    return JSON.parse(message).map(({ code, extensions }) => code ?? extensions?.code ?? 'NONE');
  } catch {
    return undefined;
  }
}
