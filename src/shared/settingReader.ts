import { isAddressRange } from './addressRange.js';
import { parseAllowedHost, type AllowedHost } from './allowedHosts.js';
import { AppError } from './appError.js';
import { closestName } from './candidates.js';
import { withoutSlash } from './withoutSlash.js';

const minSecretLength = 24;

/** A setting as documented in docs/settings.md. Texts are Markdown. */
export interface DeclaredSetting {
  name: string;
  section: string;
  /** The default. */
  fallback: string;
  /** The allowed values, with their unit. */
  values: string;
  about: string;
}

/** The documentation of a setting. */
interface About {
  about: string;
}

/** For a setting without a default value: what happens if it is not set. */
interface AboutUnset extends About {
  unset: string;
}

interface IntegerBounds {
  min: number;
  max: number;
  unit?: 'bytes' | 'bytes/s' | 'ms';
}

/** Variables that are no settings: known ones, and ones of this form whose name is near no setting. */
interface OtherVariables {
  others: readonly string[];
  likeOthers: RegExp;
}

/** Reads settings of an environment and collects their errors. Each call also declares its setting for docs/settings.md. */
export class SettingReader {
  private readonly faults: string[] = [];
  private readonly settingByName = new Map<string, DeclaredSetting>();
  private currentSection = '';

  constructor(private readonly environment: Readonly<Record<string, string | undefined>>) {}

  /** All settings that were read, in order. */
  get declared(): readonly DeclaredSetting[] {
    return [...this.settingByName.values()];
  }

  /** Begins a section of the page, for the settings that follow. */
  section(title: string): this {
    this.currentSection = title;
    return this;
  }

  text(name: string, { fallback, values = 'text', about }: About & { fallback: string; values?: string }): string {
    this.declare(name, { fallback: code(fallback), values, about });
    return this.valueOf(name) ?? fallback;
  }

  /** An optional text. */
  optional(name: string, { unset, values = 'text', about }: AboutUnset & { values?: string }): string | undefined {
    this.declare(name, { fallback: unset, values, about });
    return this.valueOf(name);
  }

  /** A secret; an error does not show its value. */
  secret(name: string, told: AboutUnset): string | undefined {
    const value = this.optional(name, { ...told, values: `at least ${minSecretLength} characters, without blanks` });
    if (value === undefined) return undefined;
    if (value.length >= minSecretLength && /^[\x21-\x7e]+$/.test(value)) return value;
    this.tell(`${name} must have at least ${minSecretLength} letters, digits and signs, without blanks.`);
    return undefined;
  }

  integer(name: string, { fallback, min, max, unit, about }: About & IntegerBounds & { fallback: number }): number {
    this.declare(name, { fallback: shownNumber(fallback, unit), values: shownBounds({ min, max, unit }), about });
    const text = this.valueOf(name) ?? String(fallback);
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    this.faults.push(`${name} is "${text}"; it must be a whole number from ${min} to ${max}.`);
    return fallback;
  }

  /** The number of a port; undefined if not set. */
  port(name: string, told: AboutUnset): number | undefined {
    const text = this.optional(name, { ...told, values: '0 to 65535' });
    if (text === undefined) return undefined;
    if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
    this.faults.push(`${name} is "${text}"; it must be a whole number from 0 to 65535.`);
    return undefined;
  }

  /** A number of days; null if not set. */
  days(name: string, told: AboutUnset): number | null {
    const text = this.optional(name, { ...told, values: '1 to 99999 days' });
    if (text === undefined) return null;
    const days = Number(text);
    if (/^\d{1,5}$/.test(text) && days > 0) return days;
    this.faults.push(`${name} is "${text}"; it must be a whole number of days, from 1 to 99999.`);
    return null;
  }

  boolean(name: string, { fallback, about }: About & { fallback: boolean }): boolean {
    this.declare(name, { fallback: code(fallback), values: '`true`, `false`', about });
    const text = (this.valueOf(name) ?? String(fallback)).toLowerCase();
    if (['true', '1', 'yes', 'on'].includes(text)) return true;
    if (['false', '0', 'no', 'off'].includes(text)) return false;
    this.faults.push(`${name} is "${text}"; it must be true or false.`);
    return fallback;
  }

  oneOf<T extends string>(
    name: string,
    { allowed, fallback, about }: About & { allowed: readonly T[]; fallback: T },
  ): T {
    const text = this.text(name, { fallback, values: allowed.map(code).join(', '), about });
    const found = allowed.find((value) => value === text);
    if (found !== undefined) return found;
    this.faults.push(`${name} is "${text}"; it must be one of ${allowed.join(', ')}.`);
    return fallback;
  }

  /** Whole numbers, separated by commas. */
  integers(
    name: string,
    bounds: About & IntegerBounds & { fallback: readonly number[]; maxCount: number },
  ): readonly number[] {
    const { fallback, min, max, unit, maxCount, about } = bounds;
    const values = `up to ${maxCount} numbers, each ${shownBounds({ min, max, unit })}`;
    this.declare(name, { fallback: code(fallback.join(',')), values, about });
    const texts = partsOf(this.valueOf(name));
    if (texts.length === 0) return fallback;
    const isEachFit = texts.every((text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max);
    if (isEachFit && texts.length <= maxCount) return texts.map(Number);
    this.tell(`${name} must be 1 to ${maxCount} whole numbers from ${min} to ${max}, separated by commas.`);
    return fallback;
  }

  /** `host` or `host:port`, separated by commas. */
  hosts(name: string, told: AboutUnset): AllowedHost[] {
    return this.list(name, { ...told, values: 'list of `host` or `host:port`' }).flatMap((text) => {
      const host = parseAllowedHost(text);
      if (host) return [host];
      this.tell(
        `${name} holds "${text}"; it must be a host, or a host, : and a port, without scheme, path or pattern.`,
      );
      return [];
    });
  }

  /** Origins of pages, separated by commas. */
  origins(name: string, told: AboutUnset): string[] {
    return this.list(name, { ...told, values: 'list of origins, such as `https://console.example`' }).filter((text) => {
      if (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text) return true;
      this.tell(
        `${name} holds "${text}"; it must be http:// or https://, a host, and a port unless it is the usual one.`,
      );
      return false;
    });
  }

  /** Addresses of IPv4 and IPv6, and ranges such as `10.0.0.0/8`, separated by commas. */
  addressRanges(name: string, told: AboutUnset): string[] {
    return this.list(name, { ...told, values: 'list of addresses and ranges, such as `10.0.0.0/8`' }).filter((text) => {
      if (isAddressRange(text)) return true;
      this.tell(`${name} holds "${text}"; it must be an IP address, or one with / and the length of its prefix.`);
      return false;
    });
  }

  /** `name=state`, separated by commas. */
  states<T extends string>(name: string, allowed: readonly T[], told: AboutUnset): Record<string, T> {
    const values = `list of \`name=state\`, the state one of ${allowed.map(code).join(', ')}`;
    const entries = this.list(name, { ...told, values }).flatMap((pair): [string, T][] => {
      const [key = '', value] = pair.split('=').map((part) => part.trim());
      const state = allowed.find((one) => one === value);
      if (key !== '' && state !== undefined) return [[key, state]];
      this.tell(`${name} holds "${pair}"; it must be a name, = and one of ${allowed.join(', ')}.`);
      return [];
    });
    return Object.fromEntries(entries);
  }

  databaseUrl(name: string, fallback: string, told: AboutUnset): string {
    const values = '`sqlite:/path/to/file` or `postgres://user:password@host:5432/database`';
    const text = this.optional(name, { ...told, values }) ?? fallback;
    if (/^sqlite:./.test(text)) return text;
    // The error does not show the address: it may contain a password.
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

  /** A URL without a trailing slash. */
  url(name: string, told: AboutUnset): string | undefined {
    const url = this.address(name, told);
    return url === undefined ? undefined : withoutSlash(url);
  }

  /** A URL, unchanged. */
  address(name: string, told: AboutUnset): string | undefined {
    const text = this.optional(name, { ...told, values: 'address with http:// or https://' });
    if (text === undefined) return undefined;
    if (URL.canParse(text) && /^https?:/.test(text)) return text;
    this.faults.push(`${name} is "${text}"; it must be an address that starts with http:// or https://.`);
    return undefined;
  }

  /** Adds an error. */
  tell(fault: string): void {
    this.faults.push(fault);
  }

  /**
   * Throws if there were errors. Call it after all settings were read: unknown variables with the prefix are errors too.
   */
  refuseFaults(prefix: string, { others, likeOthers }: OtherVariables): void {
    const known = new Set([...this.settingByName.keys(), ...others]);
    for (const [name, value = ''] of Object.entries(this.environment)) {
      if (!name.startsWith(prefix) || known.has(name) || value.trim() === '') continue;
      const isLikeOther = likeOthers.test(name);
      const nearest = this.nearestTo(name, { prefix, isLikeOther });
      if (nearest === undefined && isLikeOther) continue;
      const hint = nearest === undefined ? 'docs/settings.md lists all' : `the nearest name is ${prefix}${nearest}`;
      this.tell(`There is no setting ${name}; ${hint}.`);
    }
    if (this.faults.length > 0) throw AppError.configuration(this.faults.join('\n'));
  }

  /**
   * The setting that a name was meant to be, without the prefix. Where others may have such names, the last word is theirs as much as ours:
   * only what stands before it is compared.
   */
  private nearestTo(
    name: string,
    { prefix, isLikeOther }: { prefix: string; isLikeOther: boolean },
  ): string | undefined {
    const end = isLikeOther ? name.slice(name.lastIndexOf('_')) : '';
    const asked = [...this.settingByName.keys()].filter((one) => one.endsWith(end));
    const compared = (one: string) => one.slice(prefix.length, one.length - end.length);
    const nearest = closestName(compared(name), asked.map(compared));
    return nearest === undefined ? undefined : `${nearest}${end}`;
  }

  /** The parts between commas, trimmed. */
  list(name: string, told: AboutUnset & { values?: string }): string[] {
    return partsOf(this.optional(name, { values: 'list of names', ...told }));
  }

  private declare(name: string, told: Omit<DeclaredSetting, 'name' | 'section'>): void {
    this.settingByName.set(name, { name, section: this.currentSection, ...told });
  }

  private valueOf(name: string): string | undefined {
    const value = this.environment[name]?.trim();
    return value === '' ? undefined : value;
  }
}

function partsOf(text = ''): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

function code(value: string | boolean): string {
  return `\`${value}\``;
}

function shownNumber(value: number, unit: IntegerBounds['unit']): string {
  if (unit !== 'bytes') return code(String(value));
  const [name, size] = value % 1024 ** 3 === 0 ? ['GiB', 1024 ** 3] : ['MiB', 1024 ** 2];
  return `${code(String(value))} (${value / size} ${name})`;
}

function shownBounds({
  min,
  max,
  unit,
}: Omit<IntegerBounds, 'unit'> & { unit: IntegerBounds['unit'] | undefined }): string {
  const range = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `${min} to ${max}`;
  return unit === undefined ? range : `${range} ${unit}`;
}
