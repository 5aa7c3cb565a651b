/** Who does something, as it is written down: the name is kept as it was then. */
export interface Actor {
  /** Id of the principal. */
  id: string;
  name: string;
}
