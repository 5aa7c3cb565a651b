/**
 * Replaces the name of a resource in messages to a caller who may not see it: no name, no id, and nothing that reveals its
 * kind.
 */
export const unseen = 'a resource that you may not see';

/** For the start of a sentence. */
export const unseenSubject = 'A resource that you may not see';
