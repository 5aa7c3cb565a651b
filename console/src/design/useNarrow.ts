import { useSyncExternalStore } from 'react';

/** As wide as a phone; the style sheets use the same width. */
const narrow = '(max-width: 640px)';

/** Whether the screen is as narrow as a phone's, where rows become cards. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => matchMedia(narrow).matches);
}

function watch(onChange: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
