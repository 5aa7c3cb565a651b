/** Which server a command talks to, and with which token. */
import { apiAddress, createWaybillClient } from '../../../client/index.js';
import { CliFault } from '../terminal/cliFault.js';
import { variableOf, type Environment } from '../terminal/environment.js';
import type { Terminal } from '../terminal/terminal.js';
import type { Profiles } from './profiles.js';
import type { ServerClient } from './serverClient.js';

interface ConnectParts {
  environment: Environment;
  profiles: Profiles;
  terminal: Terminal;
  /** Ends the requests of the command. */
  signal: AbortSignal;
}

interface Choice {
  profile?: string;
  url?: string;
}

/** A profile is also part of the name of a variable: `WAYBILL_STAGING_TOKEN`. */
const profilePattern = /^[a-z][a-z0-9-]{0,30}$/;
/** Their variables would be settings of the server. */
const takenNames = new Set(['admin', 'database', 'public']);

export function checkProfileName(name: string): string {
  if (profilePattern.test(name) && !takenNames.has(name)) return name;
  throw CliFault.usage(
    `"${name}" cannot be the name of a profile.`,
    'Use up to 31 small letters, digits and -, with a letter first; not "admin", "database" or "public".',
  );
}

/** @throws CliFault if it is no http or https address */
export function checkAddress(address: string): string {
  try {
    return apiAddress(address);
  } catch {
    throw CliFault.usage(`"${address}" is no address of a server.`, 'Write it as http://127.0.0.1:4000, for example.');
  }
}

/**
 * A client of the chosen server. A stored token is only sent to the address that it was stored for, and never read in a pipeline.
 * @param other a profile other than the chosen one, for a command that talks to two servers
 */
export async function connect(parts: ConnectParts, chosen: Choice, other?: string): Promise<ServerClient> {
  const { environment, terminal } = parts;
  const named = other ?? chosen.profile ?? environment.profile;
  const server = await findServer(parts, chosen, other);
  const { url, profile, known } = server;
  const own = environment.tokenOf(profile);
  // What belongs to a profile goes to no other server.
  const isOfProfile = named !== undefined || own !== undefined;
  if (isOfProfile && known !== undefined && checkAddress(known) !== url) throw otherAddress(profile, url, known);
  const general = other === undefined ? environment.token : undefined;
  const token = own ?? general ?? (await storedToken(parts, { profile, url, isOther: other !== undefined }));
  warnOfPlainHttp(terminal, url);
  return {
    ...createWaybillClient({ url, token, signal: parts.signal }),
    reachedBy: reachedBy(parts, chosen, { server, other }),
  };
}

/** What a command needs to choose this server, beside what the environment and the stored profiles say. */
function reachedBy(
  { environment }: ConnectParts,
  chosen: Choice,
  { server, other }: { server: ChosenServer; other: string | undefined },
): string {
  const { profile, usual } = server;
  const named = other ?? chosen.profile;
  const options = [];
  if (named !== undefined && (named !== usual || environment.url !== undefined)) options.push(`--profile ${profile}`);
  if (other === undefined && chosen.url !== undefined) options.push(`--url ${chosen.url}`);
  return options.join(' ');
}

interface ChosenServer {
  url: string;
  profile: string;
  /** The profile of a command that names none. */
  usual: string;
  /** The address that is stored for the profile. */
  known: string | undefined;
}

async function findServer(
  { environment, profiles }: ConnectParts,
  chosen: Choice,
  other: string | undefined,
): Promise<ChosenServer> {
  const stored = await profiles.read();
  const named = other ?? chosen.profile ?? environment.profile;
  const usual = environment.profile ?? stored.current ?? 'default';
  const profile = checkProfileName(named ?? usual);
  const known = Object.hasOwn(stored.profiles, profile) ? stored.profiles[profile]?.url : undefined;
  const given = other === undefined ? (chosen.url ?? environment.url) : undefined;
  const address = given ?? environment.urlOf(profile) ?? known;
  if (address === undefined) throw noServer(profile, named !== undefined);
  return { url: checkAddress(address), profile, usual, known };
}

async function storedToken(
  { environment, profiles }: ConnectParts,
  { profile, url, isOther }: { profile: string; url: string; isOther: boolean },
): Promise<string> {
  const variable = variableOf(profile, 'TOKEN');
  // The general token goes to the one server of a command, and never to another one.
  const variables = isOther ? variable : `WAYBILL_TOKEN or ${variable}`;
  if (environment.isCi) {
    throw new CliFault('NO_TOKEN', `There is no token for ${url}. Where CI is set, stored tokens are not used.`, {
      fix: `Set ${variables} in the pipeline.`,
    });
  }
  const credential = await profiles.credentialOf(profile);
  if (!credential) {
    throw new CliFault('NO_TOKEN', `There is no token for ${url}.`, {
      fix: `Sign in with \`waybill login ${url} --profile ${profile}\`, or set ${variables}.`,
    });
  }
  if (checkAddress(credential.url) !== url) throw otherAddress(profile, url, credential.url);
  return credential.token;
}

function noServer(profile: string, isNamed: boolean): CliFault {
  return isNamed
    ? new CliFault('NO_SERVER', `There is no profile "${profile}".`, {
        fix: `\`waybill profile\` lists them; \`waybill login URL --profile ${profile}\` makes one.`,
      })
    : new CliFault('NO_SERVER', 'No server is chosen.', {
        fix: 'Sign in with `waybill login URL`, or set WAYBILL_URL and WAYBILL_TOKEN.',
      });
}

function otherAddress(profile: string, url: string, known: string): CliFault {
  return new CliFault(
    'ADDRESS_DIFFERS',
    `The profile "${profile}" is for ${known}, and not for ${url}. No token was sent.`,
    {
      fix: `Leave --url and WAYBILL_URL out, or sign in to that server under another name: \`waybill login ${url} --profile NAME\`.`,
    },
  );
}

function warnOfPlainHttp(terminal: Terminal, url: string): void {
  const { protocol, hostname } = new URL(url);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  if (protocol === 'http:' && !isLoopback)
    terminal.warn(`${url} is not encrypted: others on the way can read your token.`, 'Use https.');
}
