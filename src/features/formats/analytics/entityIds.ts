const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is of the form of the ids that the original gives. */
export function isEntityId(text: string): boolean {
  return uuid.test(text);
}
