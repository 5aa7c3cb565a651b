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

/** The validator of one kind, compiled when it is made. */
export class SpecValidator {
  private readonly isValid: ValidateFunction;
  private findAllFaults: ValidateFunction | undefined;
  private partial: SpecValidator | undefined;

  /** @throws Error when the schema itself is wrong. */
  constructor(private readonly schema: JsonObject) {
    this.isValid = compile(schema, options);
  }

  /** Every fault of the spec, at most 50 and then how many more; the paths lead into the spec. */
  validate(spec: JsonObject, { isPartial = false }: ValidateOptions = {}): Problem[] {
    if (isPartial && Object.hasOwn(this.schema, 'required')) {
      this.partial ??= new SpecValidator(withoutRequired(this.schema));
      return this.partial.validate(spec);
    }
    const structure = checkStructure(spec);
    if (!structure.isTooDeep) addSchemaFaults(this.faultsOf(spec, structure), structure.problems);
    return structure.problems.list();
  }

  private faultsOf(spec: JsonObject, { valueCount }: Structure): readonly ErrorObject[] {
    if (this.isValid(spec)) return [];
    if (valueCount > maxValuesForAllFaults) return this.isValid.errors ?? [];
    this.findAllFaults ??= compile(this.schema, { ...options, allErrors: true });
    this.findAllFaults(spec);
    return this.findAllFaults.errors ?? [];
  }
}

function withoutRequired(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== 'required'));
}

function compile(schema: JsonObject, compileOptions: Options): ValidateFunction {
  const ajv = new Ajv(compileOptions);
  addFormats(ajv);
  return ajv.compile(schema);
}
