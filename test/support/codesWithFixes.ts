/** Codes of problems that may carry a fix, read from the source: a function that names the code speaks of a fix. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { problemCodes } from '../../src/shared/problemCode.js';
import { projectFile } from './projectFile.js';

/** Rather too many than too few: whatever function, or member of an object, names a code and has a word with "fix" in it. */
export function codesWithFixes(): ReadonlySet<string> {
  return new Set(sourceFiles().flatMap(codesIn));
}

const root = projectFile('src');

function sourceFiles(): string[] {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts') && path.basename(name) !== 'problemCode.ts');
}

function codesIn(name: string): string[] {
  const text = readFileSync(path.join(root, name), 'utf8');
  if (!/\bfix|missingCode/i.test(text)) return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const code = codeOf(node);
    if (code !== undefined && speaksOfFix(node)) found.push(code);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** A code as a string, or as the key of a member. */
function codeOf(node: ts.Node): string | undefined {
  const isKey = ts.isPropertyAssignment(node) && ts.isIdentifier(node.name);
  const text = isKey ? node.name.text : ts.isStringLiteral(node) ? node.text : '';
  return Object.hasOwn(problemCodes, text) ? text : undefined;
}

/** A code that a kind declares for what is missing is told by the plan, with a fix. */
function speaksOfFix(node: ts.Node): boolean {
  if (ts.isPropertyAssignment(node.parent) && node.parent.name.getText() === 'missingCode') return true;
  let holder = node;
  if (ts.isStringLiteral(node))
    while (!ts.isFunctionLike(holder) && !ts.isSourceFile(holder.parent)) holder = holder.parent;
  return /\bfix/i.test(holder.getText());
}
