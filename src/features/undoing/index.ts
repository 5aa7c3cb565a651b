import { UndoResolver } from './undo.resolver.js';

export { UndoService } from './undo.service.js';
export { UndoResolver } from './undo.resolver.js';

/** Tables and resolvers of this feature. */
export const undoingApi = { resolvers: [UndoResolver] };
