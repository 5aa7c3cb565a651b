import { isIP } from 'node:net';
import { parseAllowedHost, type AllowedHost } from './allowedHosts.js';
import { AppError } from './appError.js';
import { closestName } from './candidates.js';

const minSecretLength = 24;

/** Reads settings of an environment, and gathers what is wrong with them. */
export class SettingReader {
  private readonly faults: string[] = [];
  private readonly asked = new Set<string>();

  constructor(private readonly environment: Readonly<Record<string, string | undefined>>) {}

  text(name: string, fallback: string): string {
    this.asked.add(name);
    const value = this.environment[name]?.trim();
    return value === undefined || value === '' ? fallback : value;
  }

  /** A secret that nobody can guess; it is not repeated when it is too short. */
  secret(name: string): string | undefined {
    const value = this.text(name, '');
    if (value === '') return undefined;
    if (value.length >= minSecretLength && /^[\x21-\x7e]+$/.test(value)) return value;
    this.tell(`${name} must have at least ${minSecretLength} letters, digits and signs, without blanks.`);
    return undefined;
  }

  integer(name: string, bounds: { fallback: number; min: number; max: number }): number {
    const text = this.text(name, String(bounds.fallback));
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= bounds.min && value <= bounds.max) return value;
    this.faults.push(`${name} is "${text}"; it must be a whole number from ${bounds.min} to ${bounds.max}.`);
    return bounds.fallback;
  }

  /** A number of days; null when none is given. */
  days(name: string): number | null {
    const text = this.text(name, '');
    if (text === '') return null;
    const days = Number(text);
    if (/^\d{1,5}$/.test(text) && days > 0) return days;
    this.faults.push(`${name} is "${text}"; it must be a whole number of days, from 1 to 99999.`);
    return null;
  }

  boolean(name: string, fallback: boolean): boolean {
    const text = this.text(name, String(fallback)).toLowerCase();
    if (['true', '1', 'yes', 'on'].includes(text)) return true;
    if (['false', '0', 'no', 'off'].includes(text)) return false;
    this.faults.push(`${name} is "${text}"; it must be true or false.`);
    return fallback;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const text = this.text(name, fallback);
    const found = allowed.find((value) => value === text);
    if (found !== undefined) return found;
    this.faults.push(`${name} is "${text}"; it must be one of ${allowed.join(', ')}.`);
    return fallback;
  }

  /** Whole numbers, separated by commas. */
  integers(
    name: string,
    bounds: { fallback: readonly number[]; min: number; max: number; maxCount: number },
  ): readonly number[] {
    const { fallback, min, max, maxCount } = bounds;
    const texts = this.list(name);
    if (texts.length === 0) return fallback;
    const isEachFit = texts.every((text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max);
    if (isEachFit && texts.length <= maxCount) return texts.map(Number);
    this.tell(`${name} must be 1 to ${maxCount} whole numbers from ${min} to ${max}, separated by commas.`);
    return fallback;
  }

  /** `host` or `host:port`, separated by commas. */
  hosts(name: string): AllowedHost[] {
    return this.list(name).flatMap((text) => {
      const host = parseAllowedHost(text);
      if (host) return [host];
      this.tell(
        `${name} holds "${text}"; it must be a host, or a host, : and a port, without scheme, path or pattern.`,
      );
      return [];
    });
  }

  /** Addresses of IPv4 and IPv6, and ranges such as `10.0.0.0/8`, separated by commas. */
  addressRanges(name: string): string[] {
    return this.list(name).filter((text) => {
      if (isAddressRange(text)) return true;
      this.tell(`${name} holds "${text}"; it must be an IP address, or one with / and the length of its prefix.`);
      return false;
    });
  }

  /** `name=state`, separated by commas. */
  states<T extends string>(name: string, allowed: readonly T[]): Record<string, T> {
    const entries = this.list(name).flatMap((pair): [string, T][] => {
      const [key = '', value] = pair.split('=').map((part) => part.trim());
      const state = allowed.find((one) => one === value);
      if (key !== '' && state !== undefined) return [[key, state]];
      this.tell(`${name} holds "${pair}"; it must be a name, = and one of ${allowed.join(', ')}.`);
      return [];
    });
    return Object.fromEntries(entries);
  }

  databaseUrl(name: string, fallback: string): string {
    const text = this.text(name, fallback);
    if (/^sqlite:./.test(text)) return text;
    // The address is not repeated: it may hold a password.
    if (!/^postgres(ql)?:/.test(text)) {
      this.faults.push(
        `${name} must be of the form sqlite:/path/to/file or postgres://user:password@host:5432/database.`,
      );
      return fallback;
    }
    if (URL.canParse(text) && new URL(text).pathname.length > 1) return text;
    this.faults.push(
      `${name} must name a PostgreSQL database, as in postgres://user:password@host:5432/database; letters such as @, / and # in the password are written as %40, %2F and %23.`,
    );
    return fallback;
  }

  /** An address without a slash at its end. */
  url(name: string): string | undefined {
    return this.address(name)?.replace(/(?<!\/)\/+$/, '');
  }

  /** An address, just as it is written. */
  address(name: string): string | undefined {
    const text = this.text(name, '');
    if (text === '') return undefined;
    if (URL.canParse(text) && /^https?:/.test(text)) return text;
    this.faults.push(`${name} is "${text}"; it must be an address that starts with http:// or https://.`);
    return undefined;
  }

  /** Notes what is wrong, in a sentence. */
  tell(fault: string): void {
    this.faults.push(fault);
  }

  /**
   * To be called when all settings were read: variables with the prefix that none asked for are faults too. `others` are known, and not
   * settings.
   */
  refuseFaults(prefix: string, others: readonly string[]): void {
    const known = new Set([...this.asked, ...others]);
    for (const [name, value = ''] of Object.entries(this.environment)) {
      if (!name.startsWith(prefix) || known.has(name) || value.trim() === '') continue;
      const asked = [...this.asked].map((one) => one.slice(prefix.length));
      const nearest = closestName(name.slice(prefix.length), asked);
      const hint = nearest === undefined ? 'docs/operating.md lists all' : `the nearest name is ${prefix}${nearest}`;
      this.tell(`There is no setting ${name}; ${hint}.`);
    }
    if (this.faults.length > 0) throw AppError.configuration(this.faults.join('\n'));
  }

  /** What stands between commas, without blanks around it. */
  list(name: string): string[] {
    const texts = this.text(name, '').split(',');
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  }
}

const bitsByVersion: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/** Whether a text is an IP address, alone or with the length of a prefix that is not 0: nobody trusts everybody by a setting of proxies. */
function isAddressRange(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const bits = bitsByVersion[isIP(address)];
  if (bits === undefined || more.length > 0) return false;
  return length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= bits);
}
