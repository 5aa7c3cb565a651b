/**
 * Names of what every installation of the product has, or what is deployed by other means. Nothing of it is ever in a file, so that its
 * absence says nothing.
 */
import type { ReferenceDeclaration } from '../../kind.js';

/** How a reference to something external is declared. */
export const external = {
  requirement: 'ADVISED',
  strength: 'SOFT',
  whenMissing: 'IGNORE',
  isExternal: true,
} as const satisfies Partial<ReferenceDeclaration>;

/** `L_USER`, `L_ACCOUNT`, `L_API_APPLICATION` and whatever else the product itself defines. */
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

/** An action or a validation rule that runs a client extension, which is deployed and never imported. */
export function isFunctionKey(key: string): boolean {
  return key.startsWith(functionPrefix);
}

/** The name of the client extension in a key such as `function#print-coupon`. */
export function functionNameOf(key: string): string | undefined {
  return isFunctionKey(key) ? key.slice(functionPrefix.length) : undefined;
}
