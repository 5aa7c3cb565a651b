/** What the command line reads of its environment: this file alone does. */
import { homedir } from 'node:os';
import path from 'node:path';

export interface Environment {
  /** Whether a pipeline runs the command: then it asks nothing and reads no stored token. */
  isCi: boolean;
  isColorUnwanted: boolean;
  url: string | undefined;
  token: string | undefined;
  profile: string | undefined;
  /** The address and the token of one profile. */
  urlOf: (profile: string) => string | undefined;
  tokenOf: (profile: string) => string | undefined;
  /** Where profiles are stored. */
  configDir: string;
}

/** What the environment says. An empty variable counts as absent. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const read = (name: string) => (variables[name] === '' ? undefined : variables[name]);
  const ci = read('CI')?.toLowerCase();
  const isDumb = read('TERM') === 'dumb';
  return {
    isCi: ci !== undefined && ci !== 'false' && ci !== '0',
    isColorUnwanted: read('NO_COLOR') !== undefined || isDumb,
    url: read('WAYBILL_URL'),
    token: read('WAYBILL_TOKEN'),
    profile: read('WAYBILL_PROFILE'),
    urlOf: (profile) => read(variableOf(profile, 'URL')),
    tokenOf: (profile) => read(variableOf(profile, 'TOKEN')),
    configDir: path.join(configHome(read), 'waybill'),
  };
}

/** The variable of a profile: `WAYBILL_STAGING_TOKEN` of `staging`. */
export function variableOf(profile: string, member: 'URL' | 'TOKEN'): string {
  return `WAYBILL_${profile.toUpperCase().replaceAll('-', '_')}_${member}`;
}

function configHome(read: (name: string) => string | undefined): string {
  if (process.platform === 'win32') return read('APPDATA') ?? path.join(homedir(), 'AppData', 'Roaming');
  return read('XDG_CONFIG_HOME') ?? path.join(homedir(), '.config');
}
