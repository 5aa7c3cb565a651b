/** Light or dark: the system's choice until a person makes one, which this browser keeps. */
export type Theme = 'light' | 'dark';

const key = 'waybill-theme';

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(key);
  if (kept === 'light' || kept === 'dark') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  document.documentElement.dataset['theme'] = theme;
}

/** Applies what was chosen on an earlier visit. */
export function restoreTheme(): void {
  if (localStorage.getItem(key) !== null) document.documentElement.dataset['theme'] = chosenTheme();
}
