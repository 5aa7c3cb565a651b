/** A place in a spec that refers to another resource. `at` is a JSON Pointer (RFC 6901) into the spec. */
export interface FoundReference {
  at: string;
  name: string;
}

/** A reference in a spec, with its declaration. */
export interface KindReference extends FoundReference {
  /** Index in `references` of the kind, from 0. */
  declarationIndex: number;
}
