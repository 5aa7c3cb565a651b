import { storableText, textFault } from '../../shared/storableText.js';

/** A user as an identity provider describes them. */
export interface ClaimedUser {
  issuer: string;
  subject: string;
  name: string;
  /** Values of the groups claim. */
  groups: string[];
}

/** The one way from the claims of a provider to a user; undefined if they name nobody. */
export function claimedUserOf(
  claims: Readonly<Record<string, unknown>>,
  { issuer, groupsClaim }: { issuer: string; groupsClaim: string },
): ClaimedUser | undefined {
  const { sub } = claims;
  if (typeof sub !== 'string' || sub === '' || textFault(sub) !== undefined) return undefined;
  const names = [claims['name'], claims['preferred_username'], claims['email'], claims['client_id'], sub];
  const name = names.find((value) => typeof value === 'string' && value !== '') as string;
  const claim = claims[groupsClaim];
  const texts = (Array.isArray(claim) ? claim : [claim]).filter((value) => typeof value === 'string');
  // Groups of this server have no names that cannot be stored.
  const groups = texts.filter((text) => textFault(text) === undefined);
  return { issuer, subject: sub, name: storableText(name), groups };
}
