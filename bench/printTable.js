/** Prints figures as a table in Markdown, so that it can be read on a terminal and pasted into a document. */
export function printTable(title, figures, measurements) {
  const rows = figures.flatMap(([name, figure]) => {
    const value = figure.value(measurements);
    if (value === undefined) return [];
    const goal = figure.goal === undefined ? '' : `at most ${figure.goal} ${figure.unit}`;
    const verdict = figure.goal === undefined ? '' : value <= figure.goal ? 'yes' : 'no';
    return [[name.replace(/^ +/, '· '), `${shown(value)} ${figure.unit}`, goal, verdict]];
  });
  if (rows.length === 0) return;
  const table = [['figure', 'median', 'goal', 'reached'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const line = (cells) =>
    `| ${cells.map((cell, column) => (column === 1 ? cell.padStart(widths[1]) : cell.padEnd(widths[column]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 1 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  console.log(`\n### ${title}\n\n${[line(table[0]), rule, ...table.slice(1).map(line)].join('\n')}`);
}

function shown(value) {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
