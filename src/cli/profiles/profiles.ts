/**
 * The profiles of a person: servers that they signed in to. Addresses and tokens are in two files, so that tokens are not even read where
 * they must not be used. Both belong to the person alone (mode 600).
 */
import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CliFault } from '../terminal/cliFault.js';

interface ProfileFile {
  /** The profile that is used when none is named. */
  current?: string;
  profiles: Record<string, { url: string }>;
}

type CredentialFile = Record<string, { url: string; token: string }>;

export class Profiles {
  readonly file: string;
  private readonly credentialFile: string;

  constructor(private readonly folder: string) {
    this.file = path.join(folder, 'profiles.json');
    this.credentialFile = path.join(folder, 'credentials.json');
  }

  async read(): Promise<ProfileFile> {
    const stored = await this.readFile<Partial<ProfileFile>>(this.file);
    return { ...stored, profiles: stored?.profiles ?? {} };
  }

  /** The stored token of a profile, with the address that it was stored for. */
  async credentialOf(profile: string): Promise<{ url: string; token: string } | undefined> {
    const stored = await this.readFile<CredentialFile>(this.credentialFile);
    return stored !== undefined && Object.hasOwn(stored, profile) ? stored[profile] : undefined;
  }

  /** Stores a profile and makes it the current one. */
  async store(profile: string, { url, token }: { url: string; token: string }): Promise<void> {
    const { profiles } = await this.read();
    const credentials = (await this.readFile<CredentialFile>(this.credentialFile)) ?? {};
    await this.write(this.credentialFile, { ...credentials, [profile]: { url, token } });
    await this.write(this.file, { current: profile, profiles: { ...profiles, [profile]: { url } } });
  }

  async use(profile: string): Promise<void> {
    await this.write(this.file, { ...(await this.read()), current: profile });
  }

  /** Forgets a profile and its token; false if there is none of this name. */
  async remove(profile: string): Promise<boolean> {
    const { current, profiles } = await this.read();
    const credentials = (await this.readFile<CredentialFile>(this.credentialFile)) ?? {};
    if (!Object.hasOwn(profiles, profile) && !Object.hasOwn(credentials, profile)) return false;
    const without = <Value>(all: Record<string, Value>) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => name !== profile));
    await this.write(this.credentialFile, without(credentials));
    await this.write(this.file, {
      ...(current !== undefined && current !== profile && { current }),
      profiles: without(profiles),
    });
    return true;
  }

  private async readFile<Content>(file: string): Promise<Content | undefined> {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
      if (file === this.credentialFile) await refuseOpen(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    try {
      return JSON.parse(text) as Content;
    } catch {
      throw new CliFault('PROFILES_DAMAGED', `The file ${file} is no JSON.`, {
        fix: 'Correct it, or delete it and sign in again.',
      });
    }
  }

  /** A crash leaves the file as it was, or the new one. */
  private async write(file: string, content: object): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const draft = `${file}.${String(process.pid)}`;
    await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    await chmod(draft, 0o600);
    await rename(draft, file);
  }
}

async function refuseOpen(file: string): Promise<void> {
  // Windows has no such modes.
  if (process.platform === 'win32' || ((await stat(file)).mode & 0o077) === 0) return;
  throw new CliFault('CREDENTIALS_OPEN', `Other users of this machine can read the tokens in ${file}.`, {
    fix: `chmod 600 ${file}; if somebody may have read them, revoke them.`,
  });
}
