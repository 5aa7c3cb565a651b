import type { JsonValue } from './json.js';

/** The approximate size of a value as JSON text, without building the text. Stops counting beyond `atMost`. */
export function jsonBytes(value: JsonValue, atMost = Infinity): number {
  let bytes = 0;
  const rest: JsonValue[] = [value];
  while (rest.length > 0 && bytes <= atMost) {
    const one = rest.pop() ?? null;
    if (typeof one === 'string') bytes += Buffer.byteLength(one) + 2;
    else if (Array.isArray(one)) {
      bytes += one.length + 2;
      for (const element of one) rest.push(element);
    } else if (typeof one === 'object' && one !== null) {
      bytes += 2;
      for (const [key, member] of Object.entries(one)) {
        bytes += Buffer.byteLength(key) + 4;
        rest.push(member);
      }
    } else bytes += String(one).length;
  }
  return bytes;
}
