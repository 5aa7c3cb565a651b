/**
 * The lock of the bindings of a project, which all its branches share: whoever writes them holds it, after the lock of a branch, so that two
 * imports do not remember the same name at once.
 */
export function bindingLock(projectId: string): string {
  return `bindings ${projectId}`;
}
