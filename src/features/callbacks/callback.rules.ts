import { isAllowedHost, type AllowedHost } from '../../shared/allowedHosts.js';
import type { Problem } from '../../shared/problem.js';
import { textFault } from '../../shared/storableText.js';
import {
  addressTooLong,
  addressWithCredentials,
  hostNotAllowed,
  keyTooLong,
  keyWithoutAddress,
  noAddress,
  noCallbacks,
  unstorableKey,
} from './callback.problems.js';

const maxUrlLength = 2000;
const maxKeyLength = 200;

/** The callback fields of an input. */
export interface CallbackWish {
  callbackUrl?: string | null;
  callbackKey?: string | null;
}

/** A valid callback. */
export interface CallbackOrder {
  url: string;
  key: string | null;
}

/** Validates the callback fields of an input. Null if there is no callback. */
export function orderCallback(
  { callbackUrl, callbackKey }: CallbackWish,
  hosts: readonly AllowedHost[],
): { callback: CallbackOrder | null; problems: Problem[] } {
  const url = callbackUrl ?? null;
  const key = callbackKey ?? null;
  const problems = [...(url === null ? [] : checkUrl(url, hosts)), ...(key === null ? [] : checkKey(key, url))];
  // The normalised URL is the one that was checked and is called.
  const callback = url === null || problems.length > 0 ? null : { url: new URL(url).href, key };
  return { callback, problems };
}

function checkUrl(text: string, hosts: readonly AllowedHost[]): Problem[] {
  if (text.length > maxUrlLength) return [addressTooLong(text.length, maxUrlLength)];
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) return [noAddress()];
  const url = new URL(text);
  const problems = url.username === '' && url.password === '' ? [] : [addressWithCredentials()];
  if (hosts.length === 0) return [...problems, noCallbacks(url.host)];
  return isAllowedHost(url, hosts) ? problems : [...problems, hostNotAllowed(url.host)];
}

function checkKey(key: string, url: string | null): Problem[] {
  if (url === null) return [keyWithoutAddress()];
  if (key.length > maxKeyLength) return [keyTooLong(key.length, maxKeyLength)];
  const fault = textFault(key);
  return fault === undefined ? [] : [unstorableKey(fault)];
}
