/** Under which a server shows a value: how tasks are dispatched to it; the id with which it claims tasks. */
export type PresenceHeading = 'DISPATCH' | 'RUNNER';

/** What servers on a database show each other for as long as they live: what a process showed is gone when it is, however it ended. */
export interface Presence {
  /** Shows a value, instead of the one that this server showed under that heading before. */
  show: (heading: PresenceHeading, value: string) => Promise<void>;
  /**
   * What all servers show, this one included. A value is missing for a moment when its server has lost its connection: alone, that does
   * not prove that the server is gone.
   */
  shown: (heading: PresenceHeading) => Promise<ShownValues>;
}

/** Values are compared by a number made of them: of two, one in a billion times, one is taken for the other. */
export interface ShownValues {
  /** How many different ones there are. */
  count: number;
  has: (value: string) => boolean;
}
