import { useId, type ReactNode, type Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { createLink } from '@tanstack/react-router';
import { Icon, type IconName } from './icon.js';
import styles from './button.module.css';

interface Look {
  look?: 'plain' | 'primary' | 'quiet' | 'danger';
  icon?: IconName;
  isSmall?: boolean;
  children?: ReactNode;
  /** The name of a button that shows only its icon. */
  label?: string;
}

export type ButtonProps = Look &
  Omit<AriaButtonProps, 'children' | 'className'> & {
    ref?: Ref<HTMLButtonElement>;
    /** Why it can't be pressed now: the button stays in the order of the Tab key and tells the reason. */
    whyDisabled?: string | undefined;
  };

export function Button({ look, icon, isSmall, children, label, whyDisabled, onPress, ...rest }: ButtonProps) {
  const isOff = whyDisabled !== undefined;
  const whyId = useId();
  return (
    <AriaButton
      {...rest}
      {...(onPress && !isOff && { onPress })}
      className={classOf({ look, icon, isSmall, children })}
      {...(label !== undefined && { 'aria-label': label })}
      {...(isOff && { 'aria-disabled': true, 'aria-describedby': whyId })}
    >
      <span className={styles.why} title={whyDisabled}>
        {icon && <Icon name={icon} isSmall={isSmall === true} />}
        {children}
      </span>
      {isOff && (
        <span id={whyId} hidden>
          {whyDisabled}
        </span>
      )}
    </AriaButton>
  );
}

type AnchorProps = Look & Omit<React.ComponentPropsWithRef<'a'>, 'className'>;

function Anchor({ look, icon, isSmall, children, label, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={classOf({ look, icon, isSmall, children })} aria-label={label}>
      {icon && <Icon name={icon} isSmall={isSmall === true} />}
      {children}
    </a>
  );
}

/** A link to another screen in the shape of a button. */
export const ButtonLink = createLink(Anchor);

/** A link to a file or to another address, in the shape of a button. */
export const ButtonAnchor = Anchor;

/** A word in a sentence that does something. */
export function TextButton({ children, ...rest }: Omit<AriaButtonProps, 'className'> & { children: ReactNode }) {
  return (
    <AriaButton {...rest} className={styles.link ?? ''}>
      {children}
    </AriaButton>
  );
}

function classOf({ look = 'plain', icon, isSmall, children }: { [Key in keyof Look]?: Look[Key] | undefined }): string {
  const isSquare = icon !== undefined && (children === undefined || children === null);
  const names = [
    styles.button,
    look === 'plain' ? '' : styles[look],
    isSmall && styles.small,
    isSquare && styles.square,
  ];
  return names.filter(Boolean).join(' ');
}
