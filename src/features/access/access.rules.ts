const maxNameLength = 200;

/** Whether a text can be the name of a token or a principal. */
export function isName(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  return text.trim() !== '' && text.length <= maxNameLength && !/[\u0000-\u001f\u007f]/.test(text);
}
