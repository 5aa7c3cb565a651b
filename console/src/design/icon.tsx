import type { JSX } from 'react';
import styles from './icon.module.css';

/** Drawn on a grid of 16, with a line of 1.5. Each of them stands beside a word, or in a button with a label. */
const drawings = {
  bars: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  block: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="m4.2 4.2 7.6 7.6" />
    </>
  ),
  branch: (
    <>
      <circle cx="4.5" cy="3.5" r="1.5" />
      <circle cx="4.5" cy="12.5" r="1.5" />
      <circle cx="11.5" cy="5.5" r="1.5" />
      <path d="M4.5 5v6M11.5 7c0 3-4 2-6.5 4" />
    </>
  ),
  check: <path d="m3 8.5 3.5 3.5L13 5" />,
  choose: <path d="m5 6 3-3 3 3M5 10l3 3 3-3" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3.200l2 1.3" />
    </>
  ),
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 3.5v-.5a.5.5 0 0 0-.5-.5H3a.5.5 0 0 0-.5.5v7c0 .3.2.5.5.5h.5" />
    </>
  ),
  database: (
    <>
      <ellipse cx="8" cy="4" rx="5" ry="1.8" />
      <path d="M3 4v8c0 1 2.2 1.8 5 1.800s5-.8 5-1.800V4M3 8c0 1 2.2 1.8 5 1.800S13 9 13 8" />
    </>
  ),
  detach: (
    <path d="M6.5 9.5a2.8 2.8 0 0 0 4 0l.5-.5M9.5 6.5a2.8 2.8 0 0 0-4 0l-2 2a2.8 2.8 0 0 0 4 4M12 7l.5-.5a2.8 2.8 0 0 0-3.4-4.400M3 3l10 10" />
  ),
  dot: <circle cx="8" cy="8" r="2.5" fill="currentColor" stroke="none" />,
  down: <path d="m4 6 4 4 4-4" />,
  download: <path d="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.5h10" />,
  edit: <path d="M3 13l.7-3 7-7 2.300 2.300-7 7zM9.500 4.200l2.300 2.300" />,
  equal: <path d="M3 6h10M3 10h10" />,
  file: <path d="M4 2.5h5l3.5 3.5v7.5H4z M9 2.5V6h3.5" />,
  folder: <path d="M2.5 12.5v-9h4l1.5 2h5.5v7z" />,
  gear: (
    <>
      <circle cx="8" cy="8" r="2" />
      <path d="M8 2v1.5M8 12.5V14M2 8h1.5M12.5 8H14M3.8 3.800l1 1M11.2 11.200l1 1M12.2 3.800l-1 1M4.8 11.200l-1 1" />
    </>
  ),
  graph: (
    <>
      <rect x="6" y="2" width="4" height="3.5" rx="1" />
      <rect x="2" y="10.5" width="4" height="3.5" rx="1" />
      <rect x="10" y="10.5" width="4" height="3.5" rx="1" />
      <path d="M8 5.5V8M4 10.5V8h8v2.5" />
    </>
  ),
  key: (
    <>
      <circle cx="5" cy="11" r="2.5" />
      <path d="m7 9 6-6M10.5 5.5l2 2" />
    </>
  ),
  link: (
    <path d="M6.5 9.5a2.8 2.8 0 0 0 4 0l2-2a2.8 2.8 0 0 0-4-4l-.7.7M9.5 6.5a2.8 2.8 0 0 0-4 0l-2 2a2.8 2.8 0 0 0 4 4l.7-.7" />
  ),
  list: <path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01" />,
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  log: <path d="M4 2.5h6l2.5 2.5v8.5H4zM6.5 7.5h4M6.5 10.5h4" />,
  minus: <path d="M3 8h10" />,
  moon: <path d="M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.5" />,
  offline: (
    <path d="M2 2l12 12M4.5 7.5A6 6 0 0 1 6 6.700M11.6 7.600A6 6 0 0 0 8.5 6.200M2.5 5.5c.6-.5 1.2-.9 1.9-1.200M13.5 5.5A9 9 0 0 0 7 3.600M6.5 10a2.5 2.5 0 0 1 3 0M8 12.5v.01" />
  ),
  people: (
    <>
      <circle cx="6" cy="5.5" r="2.5" />
      <path d="M1.5 13c.5-2.5 2-4 4.5-4s4 1.5 4.5 4M10.5 3.5a2.5 2.5 0 0 1 0 4.5M12 9.5c1.5.5 2.3 1.8 2.5 3.5" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  rename: <path d="m3 13 .7-3 7-7 2.300 2.300-7 7z M9.3 4.4l2.300 2.300" />,
  right: <path d="m6 4 4 4-4 4" />,
  running: <path d="M8 2.5A5.5 5.5 0 1 1 2.5 8" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3 3" />
    </>
  ),
  'shape-circle': <circle cx="8" cy="8" r="5" />,
  'shape-diamond': <path d="m8 2.5 5.5 5.5L8 13.5 2.5 8z" />,
  'shape-hexagon': <path d="M5 3h6l3 5-3 5H5L2 8z" />,
  'shape-house': <path d="M3 13V7l5-4 5 4v6z" />,
  'shape-square': <rect x="3" y="3" width="10" height="10" />,
  'shape-triangle': <path d="M8 3l5.5 10h-11z" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.400l1 1M11.6 11.600l1 1M12.6 3.400l-1 1M4.4 11.600l-1 1" />
    </>
  ),
  sync: <path d="M13 8a5 5 0 0 1-9 3M3 8a5 5 0 0 1 9-3M12 2v3H9M4 14v-3h3" />,
  tasks: <path d="M3 5.5h9M9.5 3 12 5.5 9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13" />,
  template: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
      <path d="M2.5 6h11M6.5 6v7.5" />
    </>
  ),
  tilde: <path d="M3 9.5c1.6-3 3.4-3 5-1.2s3.4 1.8 5-1.3" />,
  trash: <path d="M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.6 9h5.800l.6-9" />,
  undo: <path d="M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6" />,
  up: <path d="m4 10 4-4 4 4" />,
  upload: <path d="M8 10.5V3M4.8 6 8 2.8 11.2 6M3 13.5h10" />,
  warn: <path d="M8 2.5 14 13H2zM8 6.5v3M8 11.4v.1" />,
} satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof drawings;

export function Icon({ name, isSmall = false }: { name: IconName; isSmall?: boolean }) {
  return (
    <svg className={isSmall ? styles.small : styles.icon} viewBox="0 0 16 16" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
