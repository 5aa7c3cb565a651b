/**
 * What the tables show: each figure with how it follows from the measurements, and the goal for it. A figure whose parts were not
 * measured is left out.
 */
const ms = (name) => ({ value: (m) => m.median(name), unit: 'ms' });
const mebibytes = (name) => ({ value: (m) => m.median(name), unit: 'MiB' });
const ratio = (above, below, goal) => ({
  value: (m) => {
    const [one, other] = [m.median(above), m.median(below)];
    return one === undefined || other === undefined ? undefined : one / other;
  },
  unit: '×',
  goal,
});

const importParts = (name) =>
  ['upload', 'stage', 'plan', 'merge'].map((part) => [`  of it: ${part}`, ms(`${name}: ${part}`)]);

const entryRows = ['JSONL', 'JSON', 'CSV'].flatMap((format) => {
  const goal = format === 'JSONL' ? 3 : 3.5;
  return [
    [`entries as ${format}, all new`, ms(`entries ${format}, all new`)],
    [`entries as ${format}, all changed`, ms(`entries ${format}, all changed`)],
    [`entries as ${format}, 1 % bad, with their report`, ms(`entries ${format}, 1 % bad`)],
    [`entries as ${format}, all new / RAW`, ratio(`entries ${format}, all new`, 'raw entries, all new', goal)],
    [
      `entries as ${format}, all changed / RAW`,
      ratio(`entries ${format}, all changed`, 'raw entries, all changed', goal),
    ],
    [`entries as ${format}, 1 % bad / RAW`, ratio(`entries ${format}, 1 % bad`, 'raw entries, all new', goal)],
    [
      `entries as ${format}, peak memory, 1 % bad`,
      { ...mebibytes(`entries ${format}, 1 % bad: peak memory`), goal: 300 },
    ],
  ];
});

/** In proportion to RAW, by database. */
const goals = {
  sqlite: { new: 2.5, unchanged: 1.5, changed: 3.2, few: 1.7, export: 1.75 },
  postgres: { new: 2, unchanged: 1.3, export: 1.75 },
};

/** Rows for one size: title and figure. */
export const sizeFiguresOf = (database) => [
  ['RAW import, all new', ms('raw import, all new')],
  ['RAW import, nothing changed', ms('raw import, nothing changed')],
  ['RAW import, all changed', ms('raw import, all changed')],
  ['RAW export', ms('raw export')],
  ['whole import, all new', ms('all new: whole')],
  ...importParts('all new'),
  ['whole import, nothing changed', ms('nothing changed: whole')],
  ...importParts('nothing changed'),
  ['whole import, all changed (references)', ms('all changed: whole')],
  ...importParts('all changed'),
  ['RAW import, 1 % changed', ms('raw import, 1 % changed')],
  ['whole import, 1 % changed (references)', ms('1 % changed: whole')],
  ...importParts('1 % changed'),
  ['whole import, more, into a branch that holds these', ms('more: whole')],
  ['RAW import, more', ms('raw import, more')],
  ['import, more / RAW', ratio('more: whole', 'raw import, more')],
  ['whole import, all new, as references', ms('all new, as references: whole')],
  ['export JSONL, task', ms('export: task')],
  ['export JSONL, with download', ms('export: whole')],
  ['import, all new / RAW', ratio('all new: whole', 'raw import, all new', goals[database].new)],
  [
    'import, nothing changed / RAW',
    ratio('nothing changed: whole', 'raw import, nothing changed', goals[database].unchanged),
  ],
  ['import, all changed / RAW', ratio('all changed: whole', 'raw import, all changed', goals[database].changed)],
  ['import, 1 % changed / RAW', ratio('1 % changed: whole', 'raw import, 1 % changed', goals[database].few)],
  ['export JSONL, task / RAW', ratio('export: task', 'raw export', goals[database].export)],
  ['processor time, RAW import, all new', ms('raw import, all new: processor')],
  ['processor time, whole import, all new', ms('all new: processor')],
  ['processor time, import / RAW', ratio('all new: processor', 'raw import, all new: processor')],
  ['peak memory, import, all new', { ...mebibytes('all new: peak memory'), goal: 300 }],
  ['peak memory, import, nothing changed', { ...mebibytes('nothing changed: peak memory'), goal: 300 }],
  ['peak memory, import, all changed', { ...mebibytes('all changed: peak memory'), goal: 300 }],
  ['peak memory, export', { ...mebibytes('export: peak memory'), goal: 300 }],
  ['RAW import of entries, all new', ms('raw entries, all new')],
  ['RAW import of entries, all changed', ms('raw entries, all changed')],
  ...entryRows,
  ['closure, 5 edges a node', ms('closure')],
  ['one recursive SQL statement', ms('raw closure')],
  ['closure / SQL', ratio('closure', 'raw closure', 2)],
  ['one import', ms('parallel: one')],
  ['four imports at once, into four branches', ms('parallel: four')],
  ['four at once / one', ratio('parallel: four', 'parallel: one')],
  ['four at once: event loop, p99', { ...ms('parallel: event loop p99'), goal: 25 }],
  ['four at once: peak memory', mebibytes('parallel: peak memory')],
  ['leave all items of a plan out', { ...ms('amend: leave all out'), goal: 300 }],
  ['select all items of a plan', { ...ms('amend: select all'), goal: 300 }],
  ['set all items to reference', { ...ms('amend: all as references'), goal: 300 }],
  ['set all items to copy', { ...ms('amend: all as copies'), goal: 300 }],
  ['rename one item of a plan', { ...ms('amend: rename one'), goal: 20 }],
  ['console, first row of a branch', ms('console: branch')],
  ['the same rows by a bare call', ms('console: branch, bare call')],
  ['console / bare call, branch', ratio('console: branch', 'console: branch, bare call')],
  ['console, first row of a plan', ms('console: plan')],
  ['the same items by a bare call', ms('console: plan, bare call')],
  ['console / bare call, plan', ratio('console: plan', 'console: plan, bare call')],
  ['console, graph of a plan', ms('console: graph of a plan')],
  ['the same graph by a bare call', ms('console: graph of a plan, bare call')],
  ['console / bare call, graph of a plan', ratio('console: graph of a plan', 'console: graph of a plan, bare call')],
];

const apiRows = (name, goals = {}) => [
  [`${name}: event loop, p99`, { ...ms(`${name}: event loop p99`), goal: goals.p99 }],
  [`${name}: event loop, longest`, ms(`${name}: event loop max`)],
  [`${name}: trivial query, median`, ms(`${name}: query p50`)],
  [`${name}: trivial query, p99`, ms(`${name}: query p99`)],
  [`${name}: trivial query, longest`, ms(`${name}: query max`)],
];

/** Rows for what clients feel meanwhile. */
export const apiFigures = [
  ['import of 20 resources, median of 100', { ...ms('small: whole'), goal: 50 }],
  ...importParts('small'),
  ['import of 20 resources: event loop, p99', { ...ms('small: event loop p99'), goal: 25 }],
  ['rename with 10,000 dependents', { ...ms('rename'), goal: 2000 }],
  ['rename: event loop, p99', { ...ms('rename: event loop p99'), goal: 25 }],
  ...apiRows('idle'),
  ...apiRows('import', { p99: 25 }),
  ...apiRows('export', { p99: 25 }),
  ['trivial query p99, import / idle', ratio('import: query p99', 'idle: query p99', 3)],
  ['trivial query p99, export / idle', ratio('export: query p99', 'idle: query p99', 3)],
];

/** Rows that compare the largest size with the one before: time for each record. */
export function growthFigures(smaller, larger) {
  const perRecord = ({ count, measurements }, name) => {
    const time = measurements.median(name);
    return time === undefined ? undefined : time / count;
  };
  const names = [
    ['import, all new', 'all new: whole'],
    ['import, nothing changed', 'nothing changed: whole'],
    ['import, all changed', 'all changed: whole'],
    ['export', 'export: task'],
    ['RAW import, all new', 'raw import, all new'],
  ];
  return names.map(([title, name]) => [
    `time per record at ${larger.count} / at ${smaller.count}: ${title}`,
    {
      value: () => {
        const [above, below] = [perRecord(larger, name), perRecord(smaller, name)];
        return above === undefined || below === undefined ? undefined : above / below;
      },
      unit: '×',
      goal: title.startsWith('RAW') ? undefined : 1.25,
    },
  ]);
}
