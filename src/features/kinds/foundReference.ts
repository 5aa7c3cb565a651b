/** One place in a spec that names another resource. `at` is a JSON Pointer (RFC 6901) into the spec. */
export interface FoundReference {
  at: string;
  name: string;
}

/** A reference in a spec, and which of its kind's declarations it is of. */
export interface KindReference extends FoundReference {
  /** Place in the kind's `references`, from 0. */
  declarationIndex: number;
}
