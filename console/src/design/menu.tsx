import { useId, type ReactElement, type ReactNode } from 'react';
import {
  Button as AriaButton,
  Header,
  ListBox,
  ListBoxItem,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';
import { Icon, type IconName } from './icon.js';
import field from './field.module.css';
import styles from './overlay.module.css';
import text from './text.module.css';

/** A button and the menu that it opens. */
export function Menu({ button, label, children }: { button: ReactElement; label: string; children: ReactNode }) {
  return (
    <MenuTrigger>
      {button}
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <AriaMenu className={styles.menu ?? ''} aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface MenuItemProps {
  icon?: IconName;
  onAction?: () => void;
  /** For a link: to a file, or to a screen of the console. */
  href?: string;
  /** Whether the link is to a file that the browser saves. */
  isDownload?: boolean;
  note?: ReactNode;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** Why it can't be chosen now: told below it. */
  whyDisabled?: string | undefined;
  children: string;
}

export function MenuItem(props: MenuItemProps) {
  const {
    icon,
    note,
    isDanger = false,
    isDownload = false,
    isDisabled = false,
    whyDisabled,
    children,
    ...rest
  } = props;
  return (
    <AriaMenuItem
      {...rest}
      isDisabled={isDisabled || whyDisabled !== undefined}
      {...(isDownload && { download: true })}
      textValue={children}
      className={`${styles.item ?? ''} ${isDanger ? (styles.danger ?? '') : ''}`}
    >
      {icon && <Icon name={icon} />}
      {whyDisabled === undefined ? (
        children
      ) : (
        <span className={styles.refused}>
          <Text slot="label">{children}</Text>
          <Text slot="description">{whyDisabled}</Text>
        </span>
      )}
      {note !== undefined && <span className={styles.itemNote}>{note}</span>}
    </AriaMenuItem>
  );
}

export function MenuGroup({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <MenuSection className={styles.section ?? ''} {...(title === undefined && { 'aria-label': 'More' })}>
      {title !== undefined && <Header className={styles.cap ?? ''}>{title}</Header>}
      {children}
    </MenuSection>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; text: string; note?: string }[];
  onChange: (value: Value) => void;
  isLabelShown?: boolean;
  isDisabled?: boolean;
}

/** One of several. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  isLabelShown = true,
  isDisabled,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <Select
      aria-label={label}
      value={value}
      {...(isDisabled !== undefined && { isDisabled })}
      onChange={(chosen) => {
        onChange(chosen as Value);
      }}
    >
      <AriaButton
        className={`${field.field ?? ''} ${field.choice ?? ''}`}
        {...(isLabelShown && { 'aria-labelledby': `${id}label ${id}value` })}
      >
        {isLabelShown && (
          <span id={`${id}label`} className={text.muted}>
            {label}:
          </span>
        )}
        <span id={`${id}value`} className={text.cut}>
          <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        </span>
        <Icon name="down" isSmall />
      </AriaButton>
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.menu ?? ''}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.text} className={styles.item ?? ''}>
              {option.text}
              {option.note !== undefined && <span className={styles.itemNote}>{option.note}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
