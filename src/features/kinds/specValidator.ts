/**
 * Validates specs of one kind: first the structure, then the JSON Schema. A valid spec costs one compiled check that stops at
 * the first fault. Only an invalid one is checked again for all faults, and only if it is small enough that they cannot fill
 * the memory.
 */
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import { BoundedProblems } from './boundedProblems.js';
import { checkStructure, type Structure } from './checkStructure.js';
import { addSchemaFaults, addUnknownMembers, isUnknownMember } from './schemaFaults.js';

// The package is CommonJS: the module itself is the function, unlike in its typings.
const addFormats = addFormatsModule as unknown as (ajv: Ajv) => void;

/** Up to this number of members and elements, all faults of a spec are searched; a fault takes up to 1 KB. */
const maxValuesForAllFaults = 100_000;

const options: Options = {
  // Unknown keywords and formats are mistakes of a declaration; strict checks of types and required members would refuse fragments
  // (if, then).
  strictSchema: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: false,
  verbose: true,
};

export interface ValidateOptions {
  /** Whether the spec contains only some of its top-level members. */
  isPartial?: boolean;
  /** What happens to members that a closed schema does not list. `KEPT`: a warning for each; `REFUSED`, the default: an error. */
  unknownMembers?: 'KEPT' | 'REFUSED' | undefined;
}

/**
 * Compiles the schemas of all kinds. Loading Ajv's own schema takes longer than compiling one of ours, so the validators of a
 * registry share one compiler, and a thread that validates nothing creates none.
 */
export class SchemaCompiler {
  private untilFirst: Ajv | undefined;
  private forAll: Ajv | undefined;

  /** A check that stops at the first fault. */
  compile(schema: JsonObject): ValidateFunction {
    this.untilFirst ??= makeAjv(options);
    return this.untilFirst.compile(schema);
  }

  /** A check that finds every fault. */
  compileForAllFaults(schema: JsonObject): ValidateFunction {
    this.forAll ??= makeAjv({ ...options, allErrors: true });
    return this.forAll.compile(schema);
  }
}

/** The validator of one kind; each check is compiled at its first use. */
export class SpecValidator {
  private check: ValidateFunction | undefined;
  private findAllFaults: ValidateFunction | undefined;
  private partial: SpecValidator | undefined;
  private open: SpecValidator | undefined;

  constructor(
    private readonly schema: JsonObject,
    private readonly compiler: SchemaCompiler,
  ) {}

  /**
   * The problems of the spec: at most 50 and the number of the others, and as many warnings of kept members; paths lead into
   * the spec.
   * @throws Error if the schema itself is wrong
   */
  validate(spec: JsonObject, { isPartial = false, unknownMembers = 'REFUSED' }: ValidateOptions = {}): Problem[] {
    if (isPartial && Object.hasOwn(this.schema, 'required')) {
      this.partial ??= new SpecValidator(withoutRequired(this.schema), this.compiler);
      return this.partial.validate(spec, { unknownMembers });
    }
    const structure = checkStructure(spec);
    if (structure.isTooDeep) return structure.problems.list();
    const faults = this.faultsOf(spec, structure);
    if (unknownMembers === 'REFUSED' || !faults.some(isUnknownMember)) {
      addSchemaFaults(faults, structure.problems);
      return structure.problems.list();
    }
    // For a large spec only the first fault is known: validate again with all members allowed to find another one.
    this.open ??= new SpecValidator(openedSchema(this.schema), this.compiler);
    addSchemaFaults(this.open.faultsOf(spec, structure), structure.problems);
    const warnings = new BoundedProblems();
    addUnknownMembers(faults, warnings);
    return [...structure.problems.list(), ...warnings.list()];
  }

  private faultsOf(spec: JsonObject, { valueCount }: Structure): readonly ErrorObject[] {
    this.check ??= this.compiler.compile(this.schema);
    if (this.check(spec)) return [];
    if (valueCount > maxValuesForAllFaults) return this.check.errors ?? [];
    this.findAllFaults ??= this.compiler.compileForAllFaults(this.schema);
    this.findAllFaults(spec);
    return this.findAllFaults.errors ?? [];
  }
}

function withoutRequired(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== 'required'));
}

/** The schema with every closed object opened. Schemas are ours, so the recursion is bounded. */
function openedSchema(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword, value]) => keyword !== 'additionalProperties' || value !== false)
      .map(([keyword, value]) => [keyword, openedValue(value)]),
  );
}

function openedValue(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(openedValue);
  return isJsonObject(value) ? openedSchema(value) : value;
}

function makeAjv(ajvOptions: Options): Ajv {
  const ajv = new Ajv(ajvOptions);
  addFormats(ajv);
  return ajv;
}
