/** Who does something, as it is recorded: with the name at that time. */
export interface Actor {
  id: string;
  name: string;
}
