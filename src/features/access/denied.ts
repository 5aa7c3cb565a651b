import type { Right } from './policy.js';

const sentenceByRight: Readonly<Record<Right, string>> = {
  ANYONE: 'This can not be done by anyone.',
  VIEWER: 'This needs the role VIEWER in the project.',
  EDITOR: 'This needs the role EDITOR in the project.',
  MANAGER: 'This needs the role MANAGER in the project.',
  MANAGER_ANYWHERE: 'This needs the role MANAGER in some project.',
  SUPERUSER: 'This needs a superuser.',
};

/** What is said to somebody who lacks a right. */
export function deniedSentence(needed: Right): string {
  return sentenceByRight[needed];
}

/** What they can do about it. */
export function deniedFix(needed: Right): string {
  return needed === 'SUPERUSER' ? 'Ask a superuser of this server.' : 'Ask a manager of the project for the role.';
}
