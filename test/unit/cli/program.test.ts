import { makeProgram } from '../../../src/cli/program.js';

describe('the program', () => {
  const program = makeProgram();
  const names = program.commands.map((command) => command.name());

  it('has commands', () => {
    expect(names).toEqual(expect.arrayContaining(['login', 'export', 'plan', 'import', 'undo']));
  });

  it.each(names)('has help for %s: how it is used, what it does, and its options', (name) => {
    const command = program.commands.find((each) => each.name() === name)!;
    const help = command.helpInformation();
    expect(help).toContain(`Usage: waybill ${name}`);
    expect(help.split('\n')[2]).toMatch(/\S/);
    expect(help).toContain('-h, --help');
  });
});
