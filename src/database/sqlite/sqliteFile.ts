import path from 'node:path';
import { AppError } from '../../shared/appError.js';

/** The path in an address such as `sqlite:/var/lib/waybill/waybill.sqlite`. */
export function fileOf(url: string): string {
  return path.resolve(url.replace(/^sqlite:(\/\/)?/, ''));
}

/** Says why a file that must exist was not opened. */
export function unopenedFile(file: string, error: Error): AppError {
  return AppError.configuration(
    `The database file ${file} cannot be opened (${error.message}). Use the settings of the server, as a user that can read its files.`,
    error,
  );
}
