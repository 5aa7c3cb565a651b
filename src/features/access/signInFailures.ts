/** Why a sign-in at an identity provider did not succeed; the sentence for each is shown on the sign-in page. */
export type SignInFailure = keyof typeof sentences;

const sentences = {
  SIGN_IN_CANCELLED: 'You did not sign in at the identity provider.',
  SIGN_IN_EXPIRED: 'The sign-in took too long, or was started in another browser or tab. Try again.',
  SIGN_IN_FAILED:
    'The identity provider did not confirm who you are. Try again; if it happens again, ask the operator of this server to look into its log.',
  IDENTITY_PROVIDER_UNAVAILABLE: 'The identity provider does not respond correctly. Try again in a moment.',
  TOO_MANY_ATTEMPTS: 'Too many sign-ins from this address failed. Try again in a minute.',
} as const;

/** The sentence of a failure; undefined for a text that names none. */
export function signInSentence(text: unknown): { code: SignInFailure; message: string } | undefined {
  const code = Object.keys(sentences).find((known) => known === text) as SignInFailure | undefined;
  return code && { code, message: sentences[code] };
}
