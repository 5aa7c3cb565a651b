import { Cron } from 'croner';

/** The times at which a schedule runs. */
export interface CronTimes {
  cron: string;
  timeZone: string;
}

/**
 * The first time after a time; null if there is none. Local times that the change to summer time skips come due right after it, those that
 * it repeats once.
 * @throws Error for an expression without five fields or an unknown time zone
 */
export function nextTime({ cron, timeZone }: CronTimes, after: Date): Date | null {
  return new Cron(cron, { timezone: timeZone, mode: '5-part', paused: true }).nextRun(after);
}

/** Whether this server knows a time zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The names of time zones, for suggestions. */
export function timeZoneNames(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}
