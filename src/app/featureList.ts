/**
 * How features become a server. Each declares its tables and resolver classes, and wires itself from the parts of the server and of
 * the features before it. The compiler refuses a feature that comes before one whose parts it uses.
 */
import type { NodeReader } from './node.resolver.js';

type EntityClass = new () => object;
export type ResolverClass = new (...parts: never[]) => object;

/** Work without a request. Started in the order of the features, and closed in the same order before the workers are. */
export interface Background {
  start: () => Promise<void> | void;
  close: () => Promise<void> | void;
}

/** What a feature puts on the API thread. `Parts`: what it uses; `Own`: what it gives to the features after it and to the server. */
interface Feature<Parts, Own extends object> {
  entities?: readonly EntityClass[];
  resolvers: readonly ResolverClass[];
  wire: (parts: Parts) => Wired<Own>;
}

interface Wired<Own> {
  parts: Own;
  /** An instance of each resolver class. */
  resolvers: readonly object[];
  /** A reader of each type that implements the interface Node. */
  nodes?: readonly NodeReader[];
  background?: readonly Background[];
}

export class FeatureList<Server, Parts> {
  private constructor(
    /** The tables that TypeORM reads. */
    readonly entities: readonly EntityClass[],
    readonly resolverClasses: readonly ResolverClass[],
    /** Makes the parts of all features. */
    readonly wire: (server: Server) => Required<Wired<Parts>>,
  ) {}

  /** A list without features. `Server`: the parts that all features may use. */
  static over<Server>(): FeatureList<Server, Server> {
    return new FeatureList([], [], (parts: Server) => ({ parts, resolvers: [], nodes: [], background: [] }));
  }

  with<Own extends object>({ entities = [], resolvers, wire }: Feature<Parts, Own>): FeatureList<Server, Parts & Own> {
    return new FeatureList(
      [...this.entities, ...entities],
      [...this.resolverClasses, ...resolvers],
      (server: Server) => {
        const before = this.wire(server);
        const own = wire(before.parts);
        return {
          parts: { ...before.parts, ...own.parts },
          resolvers: [...before.resolvers, ...own.resolvers],
          nodes: [...before.nodes, ...(own.nodes ?? [])],
          background: [...before.background, ...(own.background ?? [])],
        };
      },
    );
  }
}
