import type { EdgeRow } from './edges.sql.js';

/** The type and place of an edge, which many edges share. */
export interface EdgePlace {
  typeId: number;
  at: string;
}

export interface UnresolvedEdge extends EdgePlace {
  /** Index of the source in `nodeIds`. */
  source: number;
  targetName: string;
}

/** Nodes in breadth-first order (roots first), and edges as indexes into them: compact, and cheap to send between threads. */
export interface Graph {
  nodeIds: string[];
  /** For each node, the number of steps from the nearest root. */
  depths: number[];
  /** Previous node of each node on its shortest path; a root has itself. */
  reachedFrom: number[];
  sources: Int32Array;
  targets: Int32Array;
  /** Index into `placeTable` of each edge. */
  places: Int32Array;
  placeTable: EdgePlace[];
  unresolved: UnresolvedEdge[];
}

/** Collects edges while a closure grows. */
export class GraphBuilder {
  private readonly indexById = new Map<string, number>();
  private readonly nodeIds: string[] = [];
  private readonly depths: number[] = [];
  private readonly reachedFrom: number[] = [];
  private readonly placeByKey = new Map<string, number>();
  private readonly placeTable: EdgePlace[] = [];
  private readonly sources = new GrowingInts();
  private readonly targets = new GrowingInts();
  private readonly places = new GrowingInts();
  private readonly unresolved: UnresolvedEdge[] = [];

  get edgeCount(): number {
    return this.sources.length;
  }

  /** Returns true if the node is new. */
  addNode(id: string, depth: number, from?: string): boolean {
    if (this.indexById.has(id)) return false;
    const index = this.nodeIds.length;
    this.indexById.set(id, index);
    this.nodeIds.push(id);
    this.depths.push(depth);
    this.reachedFrom.push(from === undefined ? index : this.indexOf(from));
    return true;
  }

  has(id: string): boolean {
    return this.indexById.has(id);
  }

  /** Both nodes must have been added. An edge without a target is kept as unresolved. */
  addEdge(row: EdgeRow): void {
    if (row.targetId === null) {
      const { typeId, at, targetName } = row;
      this.unresolved.push({ source: this.indexOf(row.sourceId), typeId, at, targetName });
      return;
    }
    this.sources.push(this.indexOf(row.sourceId));
    this.targets.push(this.indexOf(row.targetId));
    this.places.push(this.placeOf(row));
  }

  build(): Graph {
    const { nodeIds, depths, reachedFrom, placeTable, unresolved } = this;
    return {
      nodeIds,
      depths,
      reachedFrom,
      sources: this.sources.toArray(),
      targets: this.targets.toArray(),
      places: this.places.toArray(),
      placeTable,
      unresolved,
    };
  }

  private indexOf(id: string): number {
    const index = this.indexById.get(id);
    if (index === undefined) throw new Error(`Node ${id} was not added before its edge`);
    return index;
  }

  private placeOf({ typeId, at }: EdgePlace): number {
    const key = `${typeId} ${at}`;
    let place = this.placeByKey.get(key);
    if (place === undefined) {
      place = this.placeTable.push({ typeId, at }) - 1;
      this.placeByKey.set(key, place);
    }
    return place;
  }
}

/** An Int32Array that doubles when it is full. */
export class GrowingInts {
  length = 0;
  private ints = new Int32Array(1024);

  push(value: number): void {
    if (this.length === this.ints.length) {
      const larger = new Int32Array(this.ints.length * 2);
      larger.set(this.ints);
      this.ints = larger;
    }
    this.ints[this.length] = value;
    this.length += 1;
  }

  toArray(): Int32Array {
    return this.ints.slice(0, this.length);
  }
}
