import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { Button } from '../design/button.js';
import { formatSize } from '../design/format.js';
import { Icon } from '../design/icon.js';
import text from '../design/text.module.css';
import styles from './importing.module.css';

interface FileDropProps {
  file: File | undefined;
  onFile: (file: File) => void;
}

/** Where a file is dropped, or chosen. */
export function FileDrop({ file, onFile }: FileDropProps) {
  return (
    <DropZone
      className={styles.drop ?? ''}
      onDrop={({ items }) => {
        const [item] = items.flatMap((one) => (one.kind === 'file' ? [one] : []));
        if (item) void item.getFile().then(onFile);
      }}
    >
      <Icon name={file ? 'file' : 'upload'} />
      <Text slot="label" className={styles.dropText ?? ''}>
        {file ? (
          <>
            <span className={text.name}>{file.name}</span>
            <span className={text.muted}>{formatSize(file.size)}</span>
          </>
        ) : (
          <>
            <span>Drop a file here</span>
            <span className={text.muted}>
              A bundle of Waybill, or a file of Fast Data, Liferay or Camunda Optimize: JSON, JSON Lines, CSV or ZIP
            </span>
          </>
        )}
      </Text>
      <FileTrigger
        onSelect={(files) => {
          const [chosen] = files ?? [];
          if (chosen) onFile(chosen);
        }}
      >
        <Button>{file ? 'Choose another file' : 'Choose a file'}</Button>
      </FileTrigger>
    </DropZone>
  );
}
