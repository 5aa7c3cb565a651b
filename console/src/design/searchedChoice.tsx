/** One of so many that they are searched: a button with what is chosen, and below it a search with what it finds. */
import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { SearchField } from './field.js';
import { Icon } from './icon.js';
import { Pick } from './pick.js';
import field from './field.module.css';
import styles from './overlay.module.css';
import text from './text.module.css';

interface SearchedChoiceProps {
  label: string;
  /** What is chosen, in words. */
  shown: string;
  value: string;
  options: readonly { value: string; text: string; note?: string }[];
  find: string;
  onFind: (find: string) => void;
  onChange: (value: string) => void;
}

export function SearchedChoice({ label, shown, value, options, find, onFind, onChange }: SearchedChoiceProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open);
        if (open) onFind('');
      }}
    >
      <AriaButton className={`${field.field ?? ''} ${field.choice ?? ''}`}>
        <span className={text.muted}>{label}:</span>
        <span className={text.cut}>{shown}</span>
        <Icon name="down" isSmall />
      </AriaButton>
      <Popover className={styles.popover ?? ''}>
        <Dialog className={`${styles.body ?? ''} ${styles.searched ?? ''}`} aria-label={label}>
          <SearchField isWide label={`Search: ${label.toLowerCase()}`} value={find} onChange={onFind} />
          <Pick
            label={label}
            value={value}
            options={options}
            none="Nothing matches."
            onChange={(chosen) => {
              onChange(chosen);
              setIsOpen(false);
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
