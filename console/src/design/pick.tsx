/** One of many, in a list that scrolls. */
import { ListBox, ListBoxItem } from 'react-aria-components';
import { Icon } from './icon.js';
import styles from './pick.module.css';

interface PickProps {
  label: string;
  value: string | undefined;
  options: readonly { value: string; text: string; note?: string }[];
  /** Shown when there is no option. */
  none: string;
  onChange: (value: string) => void;
}

export function Pick({ label, value, options, none, onChange }: PickProps) {
  return (
    <ListBox
      aria-label={label}
      className={styles.list ?? ''}
      selectionMode="single"
      selectedKeys={value === undefined ? [] : [value]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onChange(String(key));
      }}
      renderEmptyState={() => none}
    >
      {options.map((option) => (
        <ListBoxItem key={option.value} id={option.value} textValue={option.text} className={styles.item ?? ''}>
          <span className={styles.mark}>{option.value === value && <Icon name="check" isSmall />}</span>
          {option.text}
          {option.note !== undefined && <span className={styles.note}>{option.note}</span>}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
