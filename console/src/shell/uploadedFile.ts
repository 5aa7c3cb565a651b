/** The file that was uploaded last, so that it can be read in another way without choosing it again. */
import { createContext, useContext } from 'react';

export interface UploadedFile {
  keep: (file: File, planId: string) => void;
  /** The file of a plan; undefined if it is not the one that this page uploaded last. */
  fileOf: (planId: string) => File | undefined;
}

const nothingKept: UploadedFile = { keep: () => undefined, fileOf: () => undefined };

export const UploadedFileContext = createContext(nothingKept);

export function keepsUploadedFile(): UploadedFile {
  let kept: { file: File; planId: string } | undefined;
  return {
    keep: (file, planId) => {
      kept = { file, planId };
    },
    fileOf: (planId) => (kept?.planId === planId ? kept.file : undefined),
  };
}

export function useUploadedFile(): UploadedFile {
  return useContext(UploadedFileContext);
}
