/**
 * Checks what the items of a plan require of their targets beyond existence: versions, tenants, rights and data sources. The
 * result depends on the file, the choices, the branch and the rights of the importing user.
 */
import type { JsonObject } from '../../../shared/json.js';
import type { PrerequisiteRules, SpecLookup, RequiredTarget, TargetOffer } from '../../kinds/worker.js';
import type { NamedSpecs } from '../../resources/worker.js';
import type { WorkerContext } from '../../workers/index.js';
import { readRemaps, type Remap } from '../tables/remapRows.js';
import type { PlanRow } from '../tables/planRows.js';
import { specsOfPlan } from '../tables/specsOfPlan.js';
import { readContainer, type Container } from './container.js';
import { judgePrerequisite, type JudgedPrerequisite } from './judgePrerequisite.js';
import { TargetRights } from './targetRights.js';

/** An item with requirements, with its spec from the file. */
export interface RequiringItem {
  kind: string;
  spec: JsonObject;
}

interface DeclaredPrerequisites {
  rules: PrerequisiteRules;
  targetKinds: readonly string[];
}

export class PlanPrerequisites {
  private constructor(
    private readonly context: WorkerContext,
    private readonly specs: NamedSpecs,
    private readonly read: {
      remapByKey: ReadonlyMap<string, Remap>;
      rights: TargetRights;
      container: Container | undefined;
    },
    /** Whether the import may add data sources to the container. */
    readonly isScopeExtended: boolean,
  ) {}

  static async of(context: WorkerContext, plan: PlanRow): Promise<PlanPrerequisites> {
    const { connection, kinds } = context;
    const { intoCollection = '', isScopeExtended = false } = plan.options;
    const remaps = await readRemaps(connection, plan.no);
    const offering = kinds.list().flatMap(({ name, offers }) => (offers ? [name] : []));
    const container = intoCollection === '' ? undefined : await readContainer(context, plan, intoCollection);
    const isExtendable = plan.rights.isManager === true && container?.mode === 'EDITABLE';
    return new PlanPrerequisites(
      context,
      specsOfPlan(context, plan),
      {
        remapByKey: new Map(remaps.map((remap) => [keyOf(remap.namespace, remap.name), remap])),
        rights: await TargetRights.read(connection, plan, offering),
        container,
      },
      isScopeExtended && isExtendable,
    );
  }

  get container(): Container | undefined {
    return this.read.container;
  }

  /** The check result of each reference of an item. */
  judge({ kind, spec }: RequiringItem): Promise<JudgedPrerequisite[]> {
    const declared = this.declaredBy(kind);
    return this.specs.forWork((lookup) =>
      declared.flatMap(({ rules, targetKinds }) =>
        rules.find(spec).map((required) => this.judgeOne(required, { rules, targetKinds, lookup })),
      ),
    );
  }

  /** The spec with the chosen versions and tenants, without versions that do not exist. */
  adjusted({ kind, spec }: RequiringItem): Promise<JsonObject> {
    const declared = this.declaredBy(kind);
    return this.specs.forWork((lookup) =>
      declared.reduce(
        (before, { rules, targetKinds }) =>
          rules.rewrite(before, (found) => {
            const { required, keptVersions, isVersionless } = this.judgeOne(found, { rules, targetKinds, lookup });
            return { versions: isVersionless ? required.versions : keptVersions, tenants: required.tenants };
          }),
        spec,
      ),
    );
  }

  private judgeOne(
    found: RequiredTarget,
    { rules, targetKinds, lookup }: DeclaredPrerequisites & { lookup: SpecLookup },
  ): JudgedPrerequisite {
    const { container, rights } = this.read;
    const required = this.remapped(found, { rules, targetKinds });
    const { kind, offer } = this.offerOf(required.name, targetKinds, lookup);
    const scope = container && this.context.kinds.get(container.kind).scope;
    return judgePrerequisite(required, {
      ...{ targetKind: kind, nameInFile: found.name, offer },
      usableTenants: rights.usableTenants(kind, required.name),
      sourceTenants: container && scope ? scope.tenantsOf(container.spec, { kind, name: required.name }) : null,
    });
  }

  private remapped(required: RequiredTarget, { rules, targetKinds }: DeclaredPrerequisites): RequiredTarget {
    const { namespace } = this.context.kinds.get(targetKinds[0] ?? '').identity;
    const remap = this.read.remapByKey.get(keyOf(namespace, required.name));
    if (!remap) return required;
    const { toName, toVersion, toTenant } = remap;
    const versions = toVersion === null ? required.versions : [toVersion];
    return {
      ...{ at: required.at, name: toName, versions },
      isAnyVersion: versions.some((version) => rules.anyVersionWords.includes(version)),
      tenants: toTenant === null ? required.tenants : [toTenant === '' ? null : toTenant],
    };
  }

  private offerOf(
    name: string,
    targetKinds: readonly string[],
    lookup: SpecLookup,
  ): { kind: string; offer: TargetOffer | undefined } {
    for (const kind of targetKinds) {
      const spec = lookup(kind, name);
      if (spec) return { kind, offer: this.context.kinds.get(kind).offers?.(spec) };
    }
    return { kind: targetKinds[0] ?? '', offer: undefined };
  }

  private declaredBy(kind: string): DeclaredPrerequisites[] {
    const references = this.context.kinds.find(kind)?.references ?? [];
    return references.flatMap(({ prerequisites, to }) =>
      prerequisites ? [{ rules: prerequisites, targetKinds: to }] : [],
    );
  }
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}\n${name}`;
}
