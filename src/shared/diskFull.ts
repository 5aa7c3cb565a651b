/** Codes of SQLite, PostgreSQL (SQLSTATE 53100) and the file system for a full disk, an exceeded quota and a file size limit. */
const codes = new Set([
  'SQLITE_FULL',
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_SHMSIZE',
  '53100',
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
]);

/** Whether an error, of a driver or wrapped by TypeORM, means that there is no space left. */
export function isDiskFull(error: unknown): boolean {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const found = code ?? driverError?.code;
  return typeof found === 'string' && (found === 'DISK_FULL' || codes.has(found));
}
