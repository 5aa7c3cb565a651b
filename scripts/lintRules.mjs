/** The rules of CONTRIBUTING.md that no linter brings: each is a pattern of syntax that is banned, and says what to do instead. */
import path from 'node:path';
import { checkSync } from 'recheck';

/** Selectors are those of ESLint: https://eslint.org/docs/latest/extend/selectors */
const ban = (selector, message) => ({
  create: (context) => ({ [selector]: (node) => context.report({ node, message }) }),
});

const bannedNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'types', 'misc']);
const fileNamePattern = /^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*\.[cm]?tsx?$/;

/** File names: `noun.role.ts` or `verbNoun.ts` in camelCase, and no drawers for odds and ends. */
const fileName = {
  create: (context) => ({
    Program(node) {
      const places = path.relative(context.cwd, context.filename).split(path.sep);
      const name = places.at(-1);
      const drawer = [...places.slice(0, -1), ...name.split('.')].find((part) => bannedNames.has(part));
      if (drawer !== undefined)
        context.report({ node, message: `"${drawer}" names no thing: call the file or folder after what it holds.` });
      if (!fileNamePattern.test(name))
        context.report({ node, message: `"${name}" is not of the form noun.role.ts or verbNoun.ts, in camelCase.` });
    },
  }),
};

/**
 * A pattern that some text makes quadratic holds a whole thread. Those of JSON Schemas are texts: a test checks them. What an automaton
 * cannot prove (look-around, long repeats) is refused too: a search for a bad text finds another one each time, or none.
 */
const linearPattern = {
  create: (context) => ({
    Literal(node) {
      if (!node.regex) return;
      const { status, complexity, error } = checkSync(node.regex.pattern, node.regex.flags, {
        checker: 'automaton',
        timeout: 60_000,
      });
      if (status === 'safe') return;
      const finding = error?.kind ?? complexity?.summary ?? status;
      context.report({
        node,
        message: `It is not proven that this pattern takes no longer than its text is long: ${finding}.`,
      });
    },
  }),
};

const moduleVariable = ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration';

export default {
  meta: { name: 'waybill' },
  rules: {
    'file-name': fileName,
    'linear-pattern': linearPattern,
    'no-default-export': ban(
      'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
      'Export by name: a default export is called differently in every file that imports it.',
    ),
    'no-export-all': ban('ExportAllDeclaration', 'Name what is exported: an index.ts says what its feature offers.'),
    'no-long-parameter-list': ban(
      ':function:not(MethodDefinition[kind="constructor"] > *)[params.length>3]',
      'At most three positional parameters; beyond that, pass one object with named options.',
    ),
    'no-long-constructor': ban(
      'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>4]',
      'At most four constructor parameters; beyond that, the class does too much or wants an options object.',
    ),
    'no-module-variable': ban(
      `${moduleVariable}[kind="let"]`,
      'No state at the top of a module: two servers in one process, or two tests, would share it. Put it into a class.',
    ),
    'no-module-cache': ban(
      `${moduleVariable} > VariableDeclarator > NewExpression[callee.name=/^(Weak)?(Map|Set)$/][arguments.length=0]`,
      'An empty map at the top of a module is a cache that everything shares. Put it into a class.',
    ),
    'no-written-article': ban(
      'TemplateElement[tail=false][value.raw=/(^|[^A-Za-z])[Aa]n? $/]',
      'Which article fits depends on the word: use withArticle (src/shared/withArticle.ts).',
    ),
    'text-of-one-collation': ban(
      'TemplateLiteral:has(TemplateElement[value.raw=/CREATE TEMP TABLE/]) > TemplateElement[value.raw=/\\bTEXT\\b/]',
      'Write ${textColumn} (src/database/sqlFunctions.ts): in another collation than that of the tables, PostgreSQL uses no index.',
    ),
    'title-in-present-tense': ban(
      'CallExpression[callee.name=/^(it|test)$/][arguments.0.value=/\\bshould\\b/i]',
      'A title is a behaviour in the present tense: "rejects …", not "should reject …".',
    ),
    'no-lone-test': ban(
      'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name="only"]',
      'A test that runs alone hides all others.',
    ),
    'no-module-mock': ban(
      'CallExpression[callee.object.name="jest"][callee.property.name=/^(mock|unstable_mockModule|doMock)$/]',
      'Do not mock our own modules: pass a fake clock, an id source or a log.',
    ),
    'look-again': ban(
      'CallExpression[callee.name="expect"] AwaitExpression',
      'What a page shows may still be on its way: `await soon(() => …).toBe(…)` reads again (test/support/soon.ts).',
    ),
  },
};
