/** Numbers, sizes, times and lists as a person reads them. */

const counts = new Intl.NumberFormat('en');
const lists = new Intl.ListFormat('en');
const times = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const timesWithYear = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  timeZoneName: 'short',
});
const clockTimes = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export function formatCount(count: number): string {
  return counts.format(count);
}

/** `1 item`, `2 items`; the plural ends in s unless it is given. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

export function formatList(parts: readonly string[]): string {
  return lists.format(parts);
}

/** In units of 1,000, as file managers show them. */
export function formatSize(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let at = 0;
  let value = bytes;
  while (value >= 1000 && at < units.length - 1) {
    value /= 1000;
    at++;
  }
  return `${at === 0 || value >= 100 ? counts.format(Math.round(value)) : value.toFixed(1)} ${units[at] ?? ''}`;
}

/** `26 Nov, 11:02`, in the time zone of the browser. */
export function formatTime(time: string): string {
  return times.format(new Date(time));
}

export function formatFullTime(time: string): string {
  return timesWithYear.format(new Date(time));
}

export function formatClock(time: string): string {
  return clockTimes.format(new Date(time));
}

export function formatDuration(ms: number): string {
  if (ms < 50) return '< 0.1 s';
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 60_000) return `${String(Math.round(ms / 1000))} s`;
  if (ms < 3_600_000) return `${String(Math.floor(ms / 60_000))} min ${String(Math.round((ms % 60_000) / 1000))} s`;
  return `${String(Math.floor(ms / 3_600_000))} h ${String(Math.round((ms % 3_600_000) / 60_000))} min`;
}

/** A duration within a sentence: `less than a second`, `12 seconds`, `3 minutes and 5 seconds`. */
export function durationInWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (ms < 1000) return 'less than a second';
  if (seconds < 60) return countOf(seconds, 'second');
  if (seconds < 3600) return twoUnits([Math.floor(seconds / 60), 'minute'], [seconds % 60, 'second']);
  const minutes = Math.round(seconds / 60);
  return twoUnits([Math.floor(minutes / 60), 'hour'], [minutes % 60, 'minute']);
}

function twoUnits(large: readonly [number, string], small: readonly [number, string]): string {
  return [large, small]
    .filter(([count]) => count > 0)
    .map(([count, unit]) => countOf(count, unit))
    .join(' and ');
}

/** With a capital at its start: names of kinds are written as in the middle of a sentence. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a text of one line looks like that could be taken for another value. */
const ambiguousText = /^(?:true|false|null|-?\d[\d.eE+-]*|["[{].*|\s.*|.*\s|)$/;

/** A text as it is, unless it would look like another value, or like nothing: then in quotation marks. */
export function writtenText(value: string): string {
  return ambiguousText.test(value) && !value.includes('\n') ? JSON.stringify(value) : value;
}
