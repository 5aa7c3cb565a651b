const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text has the format of the ids that Camunda Optimize generates. */
export function isEntityId(text: string): boolean {
  return uuid.test(text);
}
