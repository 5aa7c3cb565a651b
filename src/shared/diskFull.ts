/**
 * What SQLite, PostgreSQL (SQLSTATE 53100) and the file system say when there is no room: on the disk, in a quota, or below a limit
 * on the size of files.
 */
const codes = new Set([
  'SQLITE_FULL',
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_SHMSIZE',
  '53100',
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
]);

/** Whether an error, of a driver or inside one of TypeORM, says that there is no room left. */
export function isDiskFull(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const found = code ?? driverError?.code;
  return typeof found === 'string' && (found === 'DISK_FULL' || codes.has(found));
}
