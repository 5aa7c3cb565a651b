/** Longer ones are none; tokens of identity providers that list many groups have some thousands of letters. */
const maxLength = 16_384;

/** Claims to be of the form of a JSON Web Token: three parts, the first of them an object. */
const jwtPattern = /^ey[\w-]*\.[\w-]*\.[\w-]*$/;

/** What somebody shows: the secret of a token, or a JSON Web Token of an identity provider. */
export interface Credential {
  type: 'SECRET' | 'JWT';
  text: string;
}

/**
 * Reads an `Authorization` header: `Bearer <token>`, or `Basic` with any name and the token as password, which is how a browser sends
 * what a person typed into its own dialog. Undefined for everything else.
 */
export function credentialIn(header: string | undefined): Credential | undefined {
  const [scheme = '', value = ''] = (header ?? '').trim().split(/\s+/, 2);
  const text = scheme.toLowerCase() === 'basic' ? passwordIn(value) : value;
  if (text === '' || text.length > maxLength || !['basic', 'bearer'].includes(scheme.toLowerCase())) return undefined;
  return { type: jwtPattern.test(text) ? 'JWT' : 'SECRET', text };
}

function passwordIn(value: string): string {
  const text = Buffer.from(value, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}
