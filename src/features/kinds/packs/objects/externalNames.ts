/**
 * Names of targets that every installation has, or that are deployed by other means. No file contains them, so their absence is
 * not reported.
 */
import type { ReferenceDeclaration } from '../../kind.js';

/** The declaration of a reference to an external target. */
export const external = {
  requirement: 'ADVISED',
  strength: 'SOFT',
  whenMissing: 'IGNORE',
  isExternal: true,
} as const satisfies Partial<ReferenceDeclaration>;

/** `L_USER`, `L_ACCOUNT`, `L_API_APPLICATION` and other definitions of the product itself. */
export function isSystemObject(erc: string): boolean {
  return erc.startsWith('L_');
}

/** The folder that every installation has. */
export function isDefaultFolder(erc: string): boolean {
  return erc === 'default';
}

/** The workflow that every installation has. */
export function isBuiltInWorkflow(name: string): boolean {
  return name === 'Single Approver';
}

const functionPrefix = 'function#';

/** Whether an action or a validation rule runs a client extension, which is deployed and never imported. */
export function isFunctionKey(key: string): boolean {
  return key.startsWith(functionPrefix);
}

/** The name of the client extension in a key such as `function#print-coupon`. */
export function functionNameOf(key: string): string | undefined {
  return isFunctionKey(key) ? key.slice(functionPrefix.length) : undefined;
}
