import { Fragment, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { formatCount } from './format.js';
import styles from './tabs.module.css';

export interface Tab<Id extends string> {
  id: Id;
  title: string;
  count?: number | undefined;
  /** Stands before the title: what in this tab asks for attention. */
  mark?: ReactNode;
  /** Whether it begins another group. */
  isFirstOfGroup?: boolean;
}

interface TabsProps<Id extends string> {
  label: string;
  tabs: readonly Tab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** The id of the element that shows what the selected tab stands for. */
  panelId: string;
  isInset?: boolean;
}

export function Tabs<Id extends string>({ label, tabs, selected, onSelect, panelId, isInset = false }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);

  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = next === undefined ? undefined : tabs[(next + tabs.length) % tabs.length];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(tab.id)}"]`)?.focus();
  };

  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className={`${styles.tabs ?? ''} ${isInset ? (styles.inset ?? '') : ''}`}
      onKeyDown={move}
    >
      {tabs.map((tab) => (
        <Fragment key={tab.id}>
          {tab.isFirstOfGroup && <span className={styles.gap} role="presentation" />}
          <button
            type="button"
            role="tab"
            data-tab={tab.id}
            aria-selected={tab.id === selected}
            aria-controls={panelId}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => {
              onSelect(tab.id);
            }}
          >
            {tab.mark}
            {tab.title}
            {tab.count !== undefined && <span className={styles.count}>{formatCount(tab.count)}</span>}
          </button>
        </Fragment>
      ))}
    </div>
  );
}
