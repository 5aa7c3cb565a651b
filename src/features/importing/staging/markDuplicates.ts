import { type Sql, type SqlConnection, sql } from '../../../database/worker.js';
import { addItemProblems, changeItems, type ItemProblems } from '../tables/changeItems.js';
import { errorProblem, warningProblem, type Problem } from '../../../shared/problem.js';

interface Twin {
  ordinal: number;
  line: number;
  /** The member of the archive that contains it. */
  member: string | null;
  kind: string;
  name: string;
  namespace: string;
  fileProblems: string | null;
}

/**
 * Marks items with the same name in one namespace as invalid; the problem of each names the lines of the others. Warns about
 * names that differ only in case.
 */
export async function markDuplicates(connection: SqlConnection, planNo: number): Promise<void> {
  await markTwins(connection, planNo, { key: sql`name`, problemOf: duplicate, isInvalid: true });
  await markTwins(connection, planNo, { key: sql`lower(name)`, problemOf: caseTwin, isInvalid: false });
}

/** What the problems of a group say about its items. Computed once per group, because a group may be the whole file. */
interface TwinGroup {
  count: number;
  /** The first `maxLinesNamed + 1`. */
  first: readonly Twin[];
  /** Whether two of them are on the same line, so that the line does not distinguish them. */
  sharesLine: boolean;
  /** Two different spellings; undefined if all are spelled the same. */
  spellings: readonly [Twin, Twin] | undefined;
}

function describeGroup(group: readonly Twin[]): TwinGroup {
  const [one] = group;
  const other = group.find(({ name }) => name !== one?.name);
  return {
    count: group.length,
    first: group.slice(0, maxLinesNamed + 1),
    sharesLine: new Set(group.map((twin) => lineOf(twin))).size < group.length,
    spellings: one && other ? [one, other] : undefined,
  };
}

interface TwinRule {
  key: Sql;
  problemOf: (twin: Twin, group: TwinGroup) => Problem | undefined;
  isInvalid: boolean;
}

async function markTwins(
  connection: SqlConnection,
  planNo: number,
  { key, problemOf, isInvalid }: TwinRule,
): Promise<void> {
  // Mostly there are none. The index of names groups them several times faster than the window function below.
  const some = await connection.get(
    sql`SELECT ${key} AS key, namespace FROM import_item WHERE plan_no = ${planNo} AND namespace <> ''
     GROUP BY 1, 2 HAVING count(*) > 1 LIMIT 1`,
  );
  if (!some) return;
  // A window function: a self-join takes quadratic time while the database has no statistics of the new rows.
  const twins = await connection.all<Twin & { key: string }>(
    sql`SELECT * FROM (
       SELECT ordinal, line, member, kind, name, namespace, file_problems, ${key} AS key,
         count(*) OVER (PARTITION BY namespace, ${key}) AS twin_count
       FROM import_item WHERE plan_no = ${planNo} AND namespace <> '') AS i
     WHERE twin_count > 1 ORDER BY ordinal`,
  );
  const twinsByKey = new Map<string, Twin[]>();
  for (const twin of twins) {
    const groupKey = `${twin.namespace}\n${twin.key}`;
    const group = twinsByKey.get(groupKey);
    if (group) group.push(twin);
    else twinsByKey.set(groupKey, [twin]);
  }
  const marks: ItemProblems[] = [];
  for (const group of twinsByKey.values()) {
    const about = describeGroup(group);
    for (const twin of group) {
      const problem = problemOf(twin, about);
      if (problem) marks.push({ ...twin, added: [problem] });
    }
  }
  const ordinals = marks.map(({ ordinal }) => ordinal);
  await addItemProblems({ connection, planNo }, marks);
  if (isInvalid) await changeItems({ connection, planNo }, ordinals, { isValid: false });
}

const maxLinesNamed = 10;

function lineOf({ line, member }: Twin): string {
  return member === null ? String(line) : `${line} of ${member}`;
}

/** Items are numbered as in the error report: through the whole upload, from 1. */
function placeOf(twin: Twin, { sharesLine }: TwinGroup): string {
  return sharesLine ? `${lineOf(twin)} (item ${twin.ordinal + 1})` : lineOf(twin);
}

function duplicate(twin: Twin, group: TwinGroup): Problem {
  const { first, count } = group;
  const others = first.filter(({ ordinal }) => ordinal !== twin.ordinal).slice(0, maxLinesNamed);
  const unnamedCount = count - 1 - others.length;
  const lines =
    others.map((other) => placeOf(other, group)).join(', ') + (unnamedCount > 0 ? ` and ${unnamedCount} more` : '');
  return errorProblem(
    'DUPLICATE_IN_FILE',
    `"${twin.name}" is in the file more than once: on line ${placeOf(twin, group)} and on line ${lines}.`,
    {
      path: ['name'],
      line: twin.line,
      kind: twin.kind,
      name: twin.name,
      fix: 'Keep one of them in the file.',
    },
  );
}

function caseTwin(twin: Twin, { spellings }: TwinGroup): Problem | undefined {
  const other = spellings?.find(({ name }) => name !== twin.name);
  if (!other) return undefined;
  return warningProblem(
    'NAME_CASE_DIFFERS',
    `"${twin.name}" and "${other.name}" (line ${lineOf(other)}) differ only in upper and lower case.`,
    {
      path: ['name'],
      line: twin.line,
      kind: twin.kind,
      name: twin.name,
    },
  );
}
