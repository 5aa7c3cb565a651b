import type { Tone } from './badge.js';

export type Severity = 'ERROR' | 'WARNING';

/** Red stops, amber asks to look. */
export function badgeTone(severity: Severity): Tone {
  return severity === 'ERROR' ? 'blocked' : 'collision';
}
