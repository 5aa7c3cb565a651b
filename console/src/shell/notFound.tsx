import { ButtonLink } from '../design/button.js';
import { usePageTitle } from '../design/page.js';
import { EmptyState } from '../design/states.js';

/** For an address that leads nowhere, and for what is gone or may not be seen. */
export function NotFound() {
  usePageTitle('Not found');
  return (
    <EmptyState isPage title="There is nothing at this address">
      <p>It was deleted, or you may not see it.</p>
      <ButtonLink to="/">All projects</ButtonLink>
    </EmptyState>
  );
}
