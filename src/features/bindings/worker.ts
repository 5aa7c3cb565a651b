/** The part of this feature that runs in worker threads. It must not load the ORM or the schema library. */
export { bindingLock } from './bindingLock.js';
export {
  forgetBindings,
  forgetChanges,
  isBindingOf,
  rememberBindings,
  renameTargets,
  takeBackBindings,
  type BindingScope,
} from './bindingRows.js';
