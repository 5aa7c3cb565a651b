/** Checks of a single view against its ER schema, and of its key against its own fields. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { warningProblem, type Problem } from '../../../../shared/problem.js';
import { BoundedProblems } from '../../boundedProblems.js';
import type { SpecLookup } from '../../kind.js';
import { ownMember } from '../../objectCopies.js';
import { quoted } from '../../wording.js';
import { alternativesOf, blocksOf, objectMember, textMember, type Block, type Part } from './aggregation.js';
import { declaredFieldsOf, hasField } from './collectionFields.js';
import { erConditionsOf } from './erConditions.js';
import { kindNames } from './kindNames.js';

/** The conditions of the ER schema by name, and whether any of them is one-to-many. */
interface KnownConditions {
  erSchema: string;
  isOneToManyByName: ReadonlyMap<string, boolean>;
}

/**
 * Warns about unknown conditions and joins along a one-to-one condition (UNRESOLVED_CONDITION), blocks that are missing in
 * `config` (UNRESOLVED_BLOCK), and fields of the key that the view does not have (UNRESOLVED_FIELD).
 */
export function checkSingleView(spec: JsonObject, _name: string, lookup: SpecLookup): Problem[] {
  const problems = new BoundedProblems();
  const conditions = knownConditions(spec, lookup);
  if (conditions) {
    for (const block of blocksOf(spec)) {
      checkConditions(block, conditions, problems);
      checkJoin(block, conditions, problems);
    }
  }
  checkBlocks(spec, problems);
  checkKey(spec, problems);
  return problems.list();
}

function knownConditions(spec: JsonObject, lookup: SpecLookup): KnownConditions | undefined {
  const erSchema = textMember(spec, 'erSchema');
  const erSpec = erSchema === undefined ? undefined : lookup(kindNames.erSchema, erSchema);
  if (erSchema === undefined || !erSpec) return undefined;
  const isOneToManyByName = new Map<string, boolean>();
  for (const { name, isOneToMany } of erConditionsOf(erSpec)) {
    isOneToManyByName.set(name, isOneToMany || isOneToManyByName.get(name) === true);
  }
  return { erSchema, isOneToManyByName };
}

/** The places of a dependency that name a condition of the ER schema. */
function conditionNamesOf(dependency: Part): { name: string; path: string[] }[] {
  return [dependency, ...alternativesOf(dependency)].flatMap(({ value, path }) => {
    const name = textMember(value, 'on');
    return name === undefined || name === '_identifier' ? [] : [{ name, path: [...path, 'on'] }];
  });
}

function checkConditions({ dependencies }: Block, conditions: KnownConditions, problems: BoundedProblems): void {
  for (const dependency of dependencies) {
    for (const { name, path } of conditionNamesOf(dependency)) {
      if (conditions.isOneToManyByName.has(name)) continue;
      const message = `The dependency ${quoted(dependency.key)} uses the condition ${quoted(name)}, which the ER schema ${quoted(conditions.erSchema)} does not have.`;
      const fix = 'Add the condition to the ER schema, or name another one; upper and lower case count.';
      problems.add(() => warningProblem('UNRESOLVED_CONDITION', message, { path, fix }));
    }
  }
}

function checkJoin(block: Block, conditions: KnownConditions, problems: BoundedProblems): void {
  const join = textMember(block.value, 'joinDependency');
  if (join === undefined) return;
  const dependency = block.dependencies.find(({ key }) => key === join);
  const known = dependency
    ? conditionNamesOf(dependency).map(({ name }) => conditions.isOneToManyByName.get(name))
    : [];
  if (dependency && (known.length === 0 || known.some((isOneToMany) => isOneToMany !== false))) return;
  const message = dependency
    ? `The block ${quoted(block.name)} joins on ${quoted(join)}, whose condition leads to one document only.`
    : `The block ${quoted(block.name)} joins on ${quoted(join)}, which is none of its dependencies.`;
  const fix = dependency
    ? 'Set oneToMany on the condition in the ER schema.'
    : 'Name one of the dependencies of the block.';
  problems.add(() => warningProblem('UNRESOLVED_CONDITION', message, { path: [...block.path, 'joinDependency'], fix }));
}

/** A dependency of the type "config" refers to another block, which must be in "config" itself. */
function checkBlocks(spec: JsonObject, problems: BoundedProblems): void {
  const blocks = blocksOf(spec);
  const known = new Set(blocks.map(({ name }) => name));
  const outside = objectMember(spec, 'aggregation') ?? {};
  for (const { name: from, dependencies } of blocks) {
    for (const dependency of dependencies) {
      for (const { value, path } of [dependency, ...alternativesOf(dependency)]) {
        if (ownMember(value, 'type') !== 'config') continue;
        const block = textMember(value, 'aliasOf') ?? dependency.key;
        if (!known.has(block))
          problems.add(() => noBlock({ block, from, path }, objectMember(outside, block) !== undefined));
      }
    }
  }
}

function noBlock({ block, from, path }: { block: string; from: string; path: string[] }, isBeside: boolean): Problem {
  const place = isBeside ? `; a block of that name stands beside "config", where it is not read` : '';
  const message = `The block ${quoted(from)} depends on the block ${quoted(block)}, which "config" does not have${place}.`;
  const fix = isBeside
    ? `Move ${quoted(block)} into "config".`
    : `Add ${quoted(block)} to "config", or name another block.`;
  return warningProblem('UNRESOLVED_BLOCK', message, { path, fix });
}

function checkKey(spec: JsonObject, problems: BoundedProblems): void {
  const key = ownMember(spec, 'singleViewKey');
  const fields = isJsonObject(key) ? declaredFieldsOf(spec) : undefined;
  if (!fields || !isJsonObject(key)) return;
  for (const field of Object.keys(objectMember(key, 'config') ?? {})) {
    if (hasField(fields, field)) continue;
    const message = `The key uses the field ${quoted(field)}, which the single view does not have.`;
    const detail = {
      path: ['singleViewKey', 'config', field],
      fix: 'Add the field to the single view, or correct the key.',
    };
    problems.add(() => warningProblem('UNRESOLVED_FIELD', message, detail));
  }
}
