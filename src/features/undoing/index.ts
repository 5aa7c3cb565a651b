export { UndoService } from './undo.service.js';
export { UndoResolver } from './undo.resolver.js';
