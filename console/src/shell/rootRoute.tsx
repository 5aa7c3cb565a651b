import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from './notFound.js';
import { Shell } from './shell.js';

/** Above all screens. */
export const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });
