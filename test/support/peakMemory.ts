import { existsSync, readFileSync } from 'node:fs';

/** The most memory that a process ever had resident, in bytes; 0 where the system does not tell. */
export function peakMemory(pid: number): number {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [, kibibytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kibibytes) * 1024;
}
