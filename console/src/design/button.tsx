import { useId, useState, type ReactNode, type Ref } from 'react';
import {
  Button as AriaButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components';
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
    /**
     * Why it can't be pressed now. The button stays in the order of the Tab key, and the reason is shown beside it as long as it has the
     * focus or the pointer, and when it is pressed.
     */
    whyDisabled?: string | undefined;
  };

export function Button({ look, icon, isSmall, children, label, whyDisabled, onPress, ...rest }: ButtonProps) {
  const isOff = whyDisabled !== undefined;
  const whyId = useId();
  const [isTold, setIsTold] = useState(false);
  // What is shown is part of a landmark; in a dialog, of the dialog.
  const [landmark, setLandmark] = useState<Element | null>(null);
  const tell = (isNow: boolean) => {
    setLandmark(
      document.querySelector('[role=dialog], [role=alertdialog]') === null ? document.querySelector('main') : null,
    );
    setIsTold(isNow);
  };
  return (
    <TooltipTrigger
      isOpen={isOff && isTold}
      isDisabled={!isOff}
      delay={300}
      closeDelay={0}
      shouldCloseOnPress={false}
      onOpenChange={tell}
    >
      <AriaButton
        {...rest}
        {...(isOff ? { onPress: () => tell(true) } : onPress && { onPress })}
        className={classOf({ look, icon, isSmall, children })}
        {...(label !== undefined && { 'aria-label': label })}
        {...(isOff && { 'aria-disabled': true, 'aria-describedby': whyId })}
      >
        {icon && <Icon name={icon} isSmall={isSmall === true} />}
        {children}
        {isOff && (
          <span id={whyId} hidden>
            {whyDisabled}
          </span>
        )}
      </AriaButton>
      <Tooltip
        className={styles.reason ?? ''}
        placement="top"
        offset={6}
        // oxlint-disable-next-line typescript/no-deprecated -- the other way is in a package that comes only with this one
        {...(landmark !== null && { UNSTABLE_portalContainer: landmark })}
      >
        {whyDisabled}
      </Tooltip>
    </TooltipTrigger>
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
