import { isIP } from 'node:net';

const bitsByVersion: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/** Whether a text is an IP address, optionally with a prefix length greater than 0, so that nobody trusts all addresses. */
export function isAddressRange(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const bits = bitsByVersion[isIP(address)];
  if (bits === undefined || more.length > 0) return false;
  return length === undefined || (/^[1-9]\d{0,2}$/.test(length) && Number(length) <= bits);
}
