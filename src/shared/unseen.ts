/**
 * What stands in the place of the name of a resource, wherever something is said of one that is not for who asks: no name, no id, and
 * nothing that only its kind has.
 */
export const unseen = 'a resource that you may not see';

/** For the start of a sentence. */
export const unseenSubject = 'A resource that you may not see';
