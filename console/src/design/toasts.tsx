/** Short messages at the foot of the screen. They repeat what the screen or the task list has too; one with an action stays. */
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from './button.js';
import { ToneIcon, type Tone } from './badge.js';
import type { IconName } from './icon.js';
import layout from './layout.module.css';
import styles from './toasts.module.css';
import text from './text.module.css';

export interface Toast {
  tone: Tone;
  icon: IconName;
  title: string;
  detail?: string;
  action?: { text: string; onPress: () => void };
}

type Show = (toast: Toast) => void;

const ToastContext = createContext<Show>(() => undefined);
const shownMs = 6_000;

export function useToast(): Show {
  return useContext(ToastContext);
}

export function ToastRegion({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (Toast & { id: number })[]>([]);
  const nextId = useRef(0);
  const close = useCallback((id: number) => {
    setToasts((current) => current.filter((toast) => toast.id !== id));
  }, []);
  const show = useCallback<Show>(
    (toast) => {
      const id = nextId.current++;
      setToasts((current) => [...current.slice(-2), { ...toast, id }]);
      if (!toast.action) setTimeout(close, shownMs, id);
    },
    [close],
  );
  const shown = useMemo(() => toasts, [toasts]);
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.region} role="status" aria-label="Messages">
        {shown.map(({ id, tone, icon, title, detail, action }) => (
          <div key={id} className={styles.toast}>
            <ToneIcon tone={tone} name={icon} />
            <div className={layout.grow}>
              <strong>{title}</strong>
              {detail !== undefined && <p className={text.muted}>{detail}</p>}
            </div>
            {action && (
              <Button
                isSmall
                onPress={() => {
                  action.onPress();
                  close(id);
                }}
              >
                {action.text}
              </Button>
            )}
            <Button
              look="quiet"
              icon="close"
              isSmall
              label="Close"
              onPress={() => {
                close(id);
              }}
            />
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
