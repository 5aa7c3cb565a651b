import type { JsonObject } from '../../src/shared/json.js';
import { entityPlanDocument, type EntityPlan, type EntityProblem } from './analyticsEntities.js';
import type { BundleRecord } from './importBundle.js';
import { ImportFlow, type Place, type StageOptions } from './importFlow.js';
import type { UploadContent } from './graphqlClient.js';

/** A process that is deployed where reports are imported. */
export function processDefinition(name: string, more: JsonObject = {}): BundleRecord {
  return { kind: 'analytics/ProcessDefinition', name, spec: { versions: ['1', '2'], tenantIds: [null], ...more } };
}

/** A decision that is deployed where reports are imported. */
export function decisionDefinition(name: string): BundleRecord {
  return { kind: 'analytics/DecisionDefinition', name, spec: { versions: ['1'], tenantIds: [null] } };
}

/** What a test looks at in a spec of this product. */
export interface EntitySpec {
  tiles: JsonObject[];
  data: JsonObject;
}

/** The steps of an import of reports and dashboards. */
export class AnalyticsFlow extends ImportFlow {
  /** A project with the definitions that most tests need. */
  async placeWithDefinitions(): Promise<Place> {
    const place = await this.makeProject();
    await this.create(place, processDefinition('order'));
    await this.create(place, processDefinition('invoice'));
    await this.create(place, decisionDefinition('score'));
    return place;
  }

  /** Stages entities, or a text; gives the plan with all that problems of this product say. */
  async planOf(file: unknown, place: Place, options: StageOptions = {}): Promise<EntityPlan & { id: string }> {
    const content: UploadContent = typeof file === 'string' ? file : JSON.stringify(file, null, 1);
    const { id } = await this.stage(content, place, options);
    return this.entityPlan(id);
  }

  async entityPlan(id: string): Promise<EntityPlan & { id: string }> {
    const { importPlan } = await this.ask<{ importPlan: EntityPlan }>(entityPlanDocument, { id });
    return { ...importPlan, id };
  }

  async specOf(place: Place, name: string): Promise<EntitySpec> {
    const found = (await this.resources(place)).find((resource) => resource.name === name);
    return found?.spec as unknown as EntitySpec;
  }
}

/** The problems of the item of a name. */
export function problemsOf(plan: EntityPlan, name: string): EntityProblem[] {
  return plan.items.edges.find(({ node }) => node.name === name)?.node.problems ?? [];
}
