/** Checks a whole database and says what is wrong; exits with 1 when something is. */
import 'reflect-metadata';
import { verifyDatabase } from './app/verifyDatabase.js';
import { AppError } from './shared/appError.js';
import { loadConfig } from './shared/config.js';

try {
  const { contentCount, fileCount, problems } = await verifyDatabase(loadConfig());
  for (const { severity, message } of problems) console.log(`${severity} ${message}`);
  const errorCount = problems.filter(({ severity }) => severity === 'ERROR').length;
  console.log(
    `${contentCount} contents and ${fileCount} files checked: ${errorCount === 0 ? 'sound' : `${errorCount} errors`}.`,
  );
  process.exitCode = errorCount === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof AppError && error.code !== 'INTERNAL' ? error.message : error);
  process.exitCode = 1;
}
