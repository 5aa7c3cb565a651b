import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { Button } from '../design/button.js';
import { countOf, formatSize } from '../design/format.js';
import { Icon } from '../design/icon.js';
import text from '../design/text.module.css';
import { droppedFiles } from './droppedFiles.js';
import { chosenFiles, oneFileOf, type PlacedFile } from './oneFileOf.js';
import styles from './importing.module.css';

interface FileDropProps {
  file: File | undefined;
  /** How many files it was packed from. */
  fileCount: number;
  onFile: (file: File, fileCount: number) => void;
  /** Why no file is taken. */
  whyDisabled: string | undefined;
}

/** Where a file is dropped, or chosen. Several files, or a folder, become one archive. */
export function FileDrop({ file, fileCount, onFile, whyDisabled }: FileDropProps) {
  const take = async (placed: readonly PlacedFile[]) => {
    const one = await oneFileOf(placed);
    if (one) onFile(one.file, one.count);
  };
  return (
    <DropZone
      className={styles.drop ?? ''}
      isDisabled={whyDisabled !== undefined}
      onDrop={({ items }) => {
        void droppedFiles(items).then(take);
      }}
    >
      <Icon name={file ? 'file' : 'upload'} />
      <Text slot="label" className={styles.dropText ?? ''}>
        {file ? (
          <>
            <span className={text.name}>{file.name}</span>
            <span className={text.muted}>
              {fileCount > 1 && `${countOf(fileCount, 'file')} in one, `}
              {formatSize(file.size)}
            </span>
          </>
        ) : (
          <>
            <span>Drop a file or a folder here</span>
            <span className={text.muted}>
              A bundle of Waybill, or a file of Fast Data, Liferay or Camunda Optimize: JSON, JSON Lines, CSV or ZIP
            </span>
          </>
        )}
      </Text>
      {whyDisabled === undefined ? (
        <>
          <FileTrigger
            allowsMultiple
            onSelect={(files) => {
              void take(chosenFiles(files));
            }}
          >
            <Button>{file ? 'Choose other files' : 'Choose files'}</Button>
          </FileTrigger>
          <FileTrigger
            acceptDirectory
            onSelect={(files) => {
              void take(chosenFiles(files));
            }}
          >
            <Button>Choose a folder</Button>
          </FileTrigger>
        </>
      ) : (
        <Button whyDisabled={whyDisabled}>Choose files</Button>
      )}
    </DropZone>
  );
}
