/** NOT_CARRIED warnings: one for each place that the format of an export cannot contain, whatever the number of resources. */
import { toPointer } from '../../../shared/jsonPointer.js';
import { warningProblem, type Problem } from '../../../shared/problem.js';
import { quoted } from '../../kinds/worker.js';
import type { LostPlace } from './lostPlaces.js';

/** A value of a resource that the format cannot contain. */
export interface Loss {
  /** `the value at /a` or `the title`. */
  noun: string;
  /** The path into the spec; empty for a value outside of it. */
  path: string[];
  /** The reason; follows "because". */
  why: string;
}

/** A resource with such values. */
export interface LosingResource {
  kind: string;
  name: string;
  id?: string | undefined;
}

/** The number of places with a warning of their own. The others are counted. */
const maxTold = 500;

interface ToldLoss {
  loss: Loss;
  first: LosingResource;
  last: LosingResource;
  resourceCount: number;
}

/** Collects the losses of the resources of an export. */
export class NotCarried {
  private readonly toldByKey = new Map<string, ToldLoss>();
  private untoldCount = 0;

  constructor(private readonly format: string) {}

  /** Adds all losses of a resource. Called once for each resource. */
  add(resource: LosingResource, losses: readonly Loss[]): void {
    for (const loss of losses) {
      const key = `${resource.kind}\n${loss.noun}\n${loss.why}`;
      const told = this.toldByKey.get(key);
      if (told === undefined && this.toldByKey.size >= maxTold) this.untoldCount += 1;
      else if (told === undefined) this.toldByKey.set(key, { loss, first: resource, last: resource, resourceCount: 1 });
      else if (told.last !== resource) {
        told.last = resource;
        told.resourceCount += 1;
      }
    }
  }

  /** A warning for each place. */
  problems(): Problem[] {
    const told = [...this.toldByKey.values()].map((one) => this.problemOf(one));
    if (this.untoldCount === 0) return told;
    const message = `${this.format} cannot contain ${this.untoldCount} more values at other places.`;
    return [...told, warningProblem('NOT_CARRIED', message, { path: [], fix })];
  }

  private problemOf({ loss, first, resourceCount }: ToldLoss): Problem {
    const others = resourceCount - 1;
    const more = others === 0 ? '' : ` and of ${others} more ${others === 1 ? 'resource' : 'resources'}`;
    const message = `${this.format} cannot contain ${loss.noun} of ${quoted(first.name)}${more}, because ${loss.why}.`;
    const { kind, name, id } = first;
    return warningProblem('NOT_CARRIED', message, {
      ...{ path: loss.path, kind, name, fix },
      ...(id !== undefined && { resourceId: id }),
    });
  }
}

const fix = 'Use JSON, JSONL or ZIP, which contain whole resources.';

/** The loss of a value of the spec. */
export function lossAt({ path, pattern }: Pick<LostPlace, 'path' | 'pattern'>, why: string): Loss {
  return { noun: `the value at ${toPointer(pattern)}`, path, why };
}
