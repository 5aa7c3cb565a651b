import { CliFault } from './cliFault.js';

interface Words {
  message: (file: string) => string;
  fix: string;
}

const denied: Words = {
  message: (file) => `${file} cannot be opened: this account may not.`,
  fix: 'Change its permissions, or name another place.',
};

/** What the operating system says of a file, by its code. */
const wordsByCode: Readonly<Record<string, Words>> = {
  ENOENT: { message: (file) => `There is no file ${file}.`, fix: 'Check its name, and the folder that you are in.' },
  EISDIR: { message: (file) => `${file} is a folder.`, fix: 'Name a file.' },
  ENOTDIR: { message: (file) => `A part of ${file} is a file, not a folder.`, fix: 'Check the path.' },
  EEXIST: { message: (file) => `A part of ${file} is a file, not a folder.`, fix: 'Check the path.' },
  EACCES: denied,
  EPERM: denied,
  EROFS: { message: (file) => `${file} is on a disk that cannot be written.`, fix: 'Name another place.' },
  ENOSPC: { message: (file) => `The disk of ${file} is full.`, fix: 'Make room, or name another place.' },
  ENAMETOOLONG: { message: () => 'The name of the file is too long.', fix: 'Name a shorter one.' },
};

/** The same of a file or folder that is written. */
const wordsOfWriting: Readonly<Record<string, Words>> = {
  ...wordsByCode,
  ENOENT: {
    message: (file) => `${file} cannot be written: its folder is not there.`,
    fix: 'Make the folder, or name another place.',
  },
  ...Object.fromEntries(
    ['EACCES', 'EPERM'].map((code) => [
      code,
      {
        message: (file: string) => `${file} cannot be written: this account may not write there.`,
        fix: 'Change the permissions, or name another place.',
      },
    ]),
  ),
};

/** The fault of writing a file or a folder as a sentence with a fix; any other error as it is. */
export function writeFault(error: unknown, file: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : wordsOfWriting[code];
  // Without a path, it may be a fault of the network.
  if (code === undefined || (words === undefined && !('path' in (error as object)))) return error;
  const message = words?.message(file) ?? `${file} cannot be written: the system says ${code} (${syscall ?? 'write'}).`;
  return new CliFault('FILE_FAULT', message, { fix: words?.fix ?? 'Name another place.' });
}

/** The fault of reading a file as a sentence with a fix; any other error as it is. */
export function fileFault(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : wordsByCode[code];
  if (words === undefined) return error;
  return new CliFault(code === 'ENOENT' ? 'NO_FILE' : 'FILE_FAULT', words.message(file), { fix: words.fix });
}
