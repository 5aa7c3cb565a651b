/** Fields, ticks and switches. */
import { useEffect, useState, type ReactNode } from 'react';
import {
  CheckboxButton,
  CheckboxField,
  FieldError,
  Input,
  Label,
  RadioButton,
  RadioField,
  RadioGroup,
  SearchField as AriaSearchField,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import { Icon } from './icon.js';
import styles from './field.module.css';
import text from './text.module.css';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  /** What is wrong with the value. */
  fault?: string | undefined;
  type?: 'text' | 'password' | 'email' | 'url' | 'number' | 'date' | 'datetime-local';
  isMono?: boolean;
  isSmall?: boolean;
  isRequired?: boolean;
  isReadOnly?: boolean;
  isLong?: boolean;
  isLabelHidden?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
  autoComplete?: string;
  /** Stands at the end of the field. */
  children?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, fault, isMono, isSmall, isLong, isLabelHidden, placeholder, children, ...rest } = props;
  const look = [styles.field, isMono && styles.mono, isSmall && styles.small].filter(Boolean).join(' ');
  return (
    <AriaTextField
      {...rest}
      autoComplete={rest.autoComplete ?? 'off'}
      isInvalid={fault !== undefined}
      className={styles.form ?? ''}
    >
      <Label className={(isLabelHidden ? text.hidden : styles.label) ?? ''}>{label}</Label>
      {isLong ? (
        <TextArea className={styles.area ?? ''} placeholder={placeholder} />
      ) : (
        <span className={look}>
          <Input placeholder={placeholder} />
          {children}
        </span>
      )}
      {hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.fault ?? ''}>
        <Icon name="block" isSmall />
        <span>{fault}</span>
      </FieldError>
    </AriaTextField>
  );
}

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Whether it takes the room that there is. */
  isWide?: boolean;
  isSmall?: boolean;
}

/** How long a person may pause between two letters before the search begins. */
const pauseMs = 250;

export function SearchField({ label, value, onChange, placeholder, isWide, isSmall }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(onChange, pauseMs, typed);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, value, onChange]);
  return (
    <AriaSearchField aria-label={label} value={typed} onChange={setTyped} onSubmit={onChange}>
      <span
        className={[styles.field, styles.search, isWide && styles.wide, isSmall && styles.small]
          .filter(Boolean)
          .join(' ')}
      >
        <Icon name="search" isSmall={isSmall === true} />
        <Input placeholder={placeholder ?? label} />
      </span>
    </AriaSearchField>
  );
}

interface CheckboxProps {
  /** Its name, where no text stands beside it. */
  label?: string;
  isSelected: boolean;
  isIndeterminate?: boolean;
  isDisabled?: boolean;
  onChange: (isSelected: boolean) => void;
  children?: ReactNode;
}

export function Checkbox({ label, children, ...rest }: CheckboxProps) {
  return (
    <CheckboxField
      {...rest}
      className={styles.checkboxField ?? ''}
      {...(label !== undefined && { 'aria-label': label })}
    >
      <CheckboxButton className={styles.checkbox ?? ''}>
        <span className={styles.box} aria-hidden="true" />
        {children}
      </CheckboxButton>
    </CheckboxField>
  );
}

interface SegmentsProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; text: string }[];
  onChange: (value: Value) => void;
  isDisabled?: boolean;
}

/** One of two or three, all of them in view. */
export function Segments<Value extends string>({ label, value, options, onChange, isDisabled }: SegmentsProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      className={styles.segments ?? ''}
      value={value}
      orientation="horizontal"
      {...(isDisabled !== undefined && { isDisabled })}
      onChange={(chosen) => {
        onChange(chosen as Value);
      }}
    >
      {options.map((option) => (
        <RadioField key={option.value} value={option.value}>
          <RadioButton>
            {option.value === value && <Icon name="check" isSmall />}
            {option.text}
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
