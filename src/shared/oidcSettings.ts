/** Declarations of the settings of the identity provider; see config.ts. */
import type { Config } from './configShape.js';
import type { SettingReader } from './settingReader.js';

type ProviderSettings = Pick<Config, 'oidc' | 'oidcSignIn'>;

/** The provider's access tokens, and the sign-in of browsers at the provider: each can be used without the other. */
export function oidcSettings(reader: SettingReader): ProviderSettings {
  const issuer = reader.address('WAYBILL_OIDC_ISSUER', {
    unset: 'none: only tokens of this server',
    about:
      'The [OpenID Connect provider](access.md#people-and-their-identity-provider), exactly as `iss` in its tokens.',
  });
  const audience = reader.optional('WAYBILL_OIDC_AUDIENCE', {
    unset: "none: the provider's access tokens are not accepted",
    about:
      'The audience (`aud`) that an access token must have. With it, the server accepts them in place of its own tokens.',
  });
  const jwksUrl = reader.address('WAYBILL_OIDC_JWKS_URL', {
    unset: "from the provider's discovery document",
    about: 'Where the keys are that sign access tokens.',
  });
  const groupsClaim = reader.text('WAYBILL_OIDC_GROUPS_CLAIM', {
    fallback: 'groups',
    about: 'The claim that lists the groups of a user.',
  });
  const client = clientSettings(reader);
  refuseIncomplete(reader, { issuer, audience, jwksUrl, ...client });
  if (issuer === undefined) return { oidc: undefined, oidcSignIn: undefined };
  const { clientId } = client;
  return {
    oidc: audience === undefined ? undefined : { issuer, audience, jwksUrl, groupsClaim },
    oidcSignIn:
      clientId === undefined
        ? undefined
        : { ...client, clientId, issuer, groupsClaim, name: client.name ?? new URL(issuer).host },
  };
}

function clientSettings(reader: SettingReader) {
  return {
    clientId: reader.optional('WAYBILL_OIDC_CLIENT_ID', {
      unset: 'none: nobody signs in at the provider',
      about: 'The client that this server is to the provider. With it, people sign in to the console at the provider.',
    }),
    clientSecret: reader.optional('WAYBILL_OIDC_CLIENT_SECRET', {
      unset: 'none: a public client',
      about: 'The secret of the client.',
    }),
    scopes: reader.text('WAYBILL_OIDC_SCOPES', {
      fallback: 'openid profile email',
      values: 'names, with blanks between them',
      about: 'The scopes that the sign-in asks for. Add the one with which the provider names the groups of a user.',
    }),
    name: reader.optional('WAYBILL_OIDC_NAME', {
      unset: 'the host of the issuer',
      about: 'The name of the provider on the sign-in page.',
    }),
  };
}

interface Given {
  issuer: string | undefined;
  audience: string | undefined;
  jwksUrl: string | undefined;
  clientId: string | undefined;
  clientSecret: string | undefined;
  name: string | undefined;
  scopes: string;
}

function refuseIncomplete(reader: SettingReader, given: Given): void {
  const { issuer, audience, jwksUrl, clientId, clientSecret, name, scopes } = given;
  const needIssuer = audience ?? jwksUrl ?? clientId ?? clientSecret ?? name;
  if (issuer === undefined && needIssuer !== undefined) {
    reader.tell('WAYBILL_OIDC_ISSUER is not set, and other settings of the identity provider are; set all or none.');
  }
  if (issuer !== undefined && audience === undefined && clientId === undefined) reader.tell(neitherUse);
  if (clientId === undefined && (clientSecret ?? name) !== undefined) {
    reader.tell('WAYBILL_OIDC_CLIENT_SECRET and WAYBILL_OIDC_NAME need WAYBILL_OIDC_CLIENT_ID.');
  }
  if (!scopes.split(' ').includes('openid')) reader.tell('WAYBILL_OIDC_SCOPES must contain openid.');
}

const neitherUse =
  'WAYBILL_OIDC_ISSUER needs WAYBILL_OIDC_AUDIENCE, WAYBILL_OIDC_CLIENT_ID or both. Without an audience the server accepts no access tokens of the provider: any of them, meant for another service, would be taken.';
