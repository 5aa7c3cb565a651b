import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';
import styles from './badge.module.css';
import tones from './tone.module.css';

export type Tone = 'create' | 'update' | 'reference' | 'collision' | 'blocked' | 'neutral';

interface BadgeProps {
  tone: Tone;
  icon?: IconName;
  isDashed?: boolean;
  children: ReactNode;
}

export function Badge({ tone, icon, isDashed = false, children }: BadgeProps) {
  return (
    <span className={badgeClass(tone, isDashed)}>
      {icon && <Icon name={icon} isSmall />}
      {children}
    </span>
  );
}

export function badgeClass(tone: Tone, isDashed = false): string {
  return [styles.badge, tones[tone], isDashed && styles.left].filter(Boolean).join(' ');
}

/** An icon in the hue of what it says. */
export function ToneIcon({ tone, name }: { tone: Tone; name: IconName }) {
  return (
    <span className={`${tones[tone] ?? ''} ${tones.ink ?? ''}`}>
      <Icon name={name} isSmall />
    </span>
  );
}
