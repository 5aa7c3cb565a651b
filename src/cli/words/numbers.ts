/** Numbers, sizes, times and lists as a person reads them: the same words as on the screens of the console. */
const counts = new Intl.NumberFormat('en');
const lists = new Intl.ListFormat('en');
const timeParts = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
const times = new Intl.DateTimeFormat('en-GB', timeParts);

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

/** In units of 1,000. */
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

/** `26 Nov 2026, 11:02`, in the time zone of the machine. */
export function formatTime(time: string): string {
  return times.format(new Date(time));
}

/** `26 Nov 2026, 11:02 Europe/Rome`, in this time zone. */
export function formatTimeIn(timeZone: string, time: string): string {
  return `${new Intl.DateTimeFormat('en-GB', { ...timeParts, timeZone }).format(new Date(time))} ${timeZone}`;
}

export function formatDuration(ms: number): string {
  if (ms < 50) return '< 0.1 s';
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 60_000) return `${String(Math.round(ms / 1000))} s`;
  if (ms < 3_600_000) return `${String(Math.floor(ms / 60_000))} min ${String(Math.round((ms % 60_000) / 1000))} s`;
  return `${String(Math.floor(ms / 3_600_000))} h ${String(Math.round((ms % 3_600_000) / 60_000))} min`;
}
