/** The variables that a report uses. The complete list exists only in the data of the processes. */
import { isJsonObject, type JsonObject } from '../../../../shared/json.js';
import { valueAt } from '../../objectCopies.js';
import { partsAt, textMember, textsAt } from '../../specParts.js';

/** Variables of one or more reports. */
export interface KnownVariables {
  /** The types stated for each; empty if only its name is stated. */
  typesByName: Map<string, Set<string>>;
  /** Whether a report shows all variables. */
  isOpen: boolean;
}

export function noVariables(): KnownVariables {
  return { typesByName: new Map(), isOpen: false };
}

const typedPlaces = ['/data/view/properties/*', '/data/filter/*/data/data/*'];
const typedValues = ['/data/groupBy/value', '/data/distributedBy/value'];
const columnPlaces = ['columnOrder', 'includedColumns', 'excludedColumns'].map(
  (list) => `/data/configuration/tableColumns/${list}/*`,
);
const columnPrefix = 'variable:';

/** Adds the variables of a report: of its view, groups, filters and table columns. */
export function addVariables(known: KnownVariables, report: JsonObject): void {
  const typed = [
    ...typedPlaces.flatMap((at) => partsAt(report, at).map(({ value }) => value)),
    ...typedValues.map((at) => valueAt(report, at)).filter(isJsonObject),
    ...partsAt(report, '/data/filter/*')
      .filter(({ value }) => value['type'] === 'variable')
      .map(({ value }) => value['data'])
      .filter(isJsonObject),
  ];
  for (const variable of typed) {
    const name = textMember(variable, 'name');
    const type = textMember(variable, 'type');
    if (name !== undefined) addVariable(known, name, type);
  }
  for (const { text } of columnPlaces.flatMap((at) => textsAt(report, at))) {
    if (text.startsWith(columnPrefix)) addVariable(known, text.slice(columnPrefix.length));
  }
  const columns = valueAt(report, '/data/configuration/tableColumns');
  const isRawData = textsAt(report, '/data/view/properties/*').some(({ text }) => text === 'rawData');
  if (isRawData && (!isJsonObject(columns) || columns['includeNewVariables'] !== false)) known.isOpen = true;
}

function addVariable({ typesByName }: KnownVariables, name: string, type?: string): void {
  const types = typesByName.get(name) ?? new Set();
  typesByName.set(name, types);
  if (type !== undefined) types.add(type);
}
