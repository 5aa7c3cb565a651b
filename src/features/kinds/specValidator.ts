/**
 * Validates specs of one kind: first their structure, then the kind's JSON Schema. A right spec costs one compiled check that stops
 * at the first fault; only a wrong one is looked at again for all its faults, and only when it is small enough that they can not
 * fill the memory.
 */
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { JsonObject } from '../../shared/json.js';
import type { Problem } from '../../shared/problem.js';
import { checkStructure, type Structure } from './checkStructure.js';
import { addSchemaFaults } from './schemaFaults.js';

// The package is CommonJS: its function is the module itself, whatever its typings say.
const addFormats = addFormatsModule as unknown as (ajv: Ajv) => void;

/** Members and elements up to which every fault of a spec is looked for; a fault takes up to a kilobyte. */
const maxValuesForAllFaults = 100_000;

const options: Options = {
  // Unknown keywords and formats are mistakes of a declaration; the looser checks hold for what is only a fragment (if, then).
  strictSchema: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: false,
  verbose: true,
};

export interface ValidateOptions {
  /** True for a spec of which only some top-level members are given. */
  isPartial?: boolean;
}

/**
 * Compiles schemas for all kinds. Loading Ajv's own schema takes longer than compiling one of ours, so that the validators of a
 * registry share one compiler, and a thread that validates nothing makes none.
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

/** The validator of one kind; each of its checks is compiled when it is needed for the first time. */
export class SpecValidator {
  private check: ValidateFunction | undefined;
  private findAllFaults: ValidateFunction | undefined;
  private partial: SpecValidator | undefined;

  constructor(
    private readonly schema: JsonObject,
    private readonly compiler: SchemaCompiler,
  ) {}

  /**
   * Every fault of the spec, at most 50 and then how many more; the paths lead into the spec.
   * @throws Error when the schema itself is wrong.
   */
  validate(spec: JsonObject, { isPartial = false }: ValidateOptions = {}): Problem[] {
    if (isPartial && Object.hasOwn(this.schema, 'required')) {
      this.partial ??= new SpecValidator(withoutRequired(this.schema), this.compiler);
      return this.partial.validate(spec);
    }
    const structure = checkStructure(spec);
    if (!structure.isTooDeep) addSchemaFaults(this.faultsOf(spec, structure), structure.problems);
    return structure.problems.list();
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

function makeAjv(ajvOptions: Options): Ajv {
  const ajv = new Ajv(ajvOptions);
  addFormats(ajv);
  return ajv;
}
