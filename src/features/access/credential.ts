/** Longer texts are no credentials; tokens of identity providers with many groups have some thousand characters. */
const maxLength = 16_384;

/** The format of a JSON Web Token: three parts, the first one an object. */
const jwtPattern = /^ey[\w-]*\.[\w-]*\.[\w-]*$/;

/** A credential: the secret of a token, a JSON Web Token of an identity provider, or the secret of a browser's session. */
export interface Credential {
  type: 'SECRET' | 'JWT' | 'SESSION';
  text: string;
}

/**
 * Reads an `Authorization` header: `Bearer <token>`, or `Basic` with any name and the token as password, as the dialog of a
 * browser sends it. Undefined for other values.
 */
export function credentialIn(header: string | undefined): Credential | undefined {
  const [scheme = '', value = ''] = (header ?? '').trim().split(/\s+/, 2);
  const text = scheme.toLowerCase() === 'basic' ? passwordIn(value) : value;
  return ['basic', 'bearer'].includes(scheme.toLowerCase()) ? credentialOfToken(text) : undefined;
}

/** The credential that a token is; undefined for a text that is none. */
export function credentialOfToken(text: string): Credential | undefined {
  if (text === '' || text.length > maxLength) return undefined;
  return { type: jwtPattern.test(text) ? 'JWT' : 'SECRET', text };
}

function passwordIn(value: string): string {
  const text = Buffer.from(value, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}
