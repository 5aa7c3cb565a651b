/**
 * What is wrong with a folder or a file, as far as that can be known without a server: what the reader finds, specs that their kind does not
 * allow, names that are taken twice, and dependencies that are missing. Memory holds one resource, and the names and references of all.
 */
import { readFile, stat } from 'node:fs/promises';
import { readDocumentLines } from '../../features/formats/index.js';
import type { FileItem } from '../../features/formats/index.js';
import { validateName } from '../../features/kinds/worker.js';
import { pointerSegments, toPointer } from '../../shared/jsonPointer.js';
import { errorProblem, warningProblem, type Problem } from '../../shared/problem.js';
import { withArticle } from '../../shared/withArticle.js';
import { findAll, type FileFault } from './configuration.js';
import { knownKinds } from './knownKinds.js';

interface CheckOptions {
  /** Whether what it needs may be elsewhere. */
  isPartial: boolean;
}

interface Need {
  file: string;
  kind: string;
  name: string;
  /** The namespace and name of what is needed. */
  target: string;
  targetName: string;
  targetTitle: string;
  at: string;
}

export async function checkConfiguration(
  place: string,
  { isPartial }: CheckOptions,
): Promise<{ faults: FileFault[]; count: number }> {
  const isFolder = (await stat(place).catch(() => undefined))?.isDirectory() === true;
  const checking = new Checking(isFolder);
  const faults: FileFault[] = [];
  let count = 0;
  for await (const found of findAll(place)) {
    if (found.type === 'fault') faults.push(found.fault);
    else if (found.type === 'item') {
      count += 1;
      faults.push(...(await checking.check(found.item, found.file)));
    }
  }
  faults.push(...checking.doubles);
  if (!isPartial) faults.push(...(await checking.missing()));
  return { faults, count };
}

class Checking {
  readonly doubles: FileFault[] = [];
  private readonly fileByName = new Map<string, { file: string; kind: string }>();
  private readonly needs: Need[] = [];

  constructor(
    /** Whether each resource has a file of its own, in which lines can be found. */
    private readonly isFolder: boolean,
  ) {}

  async check(item: FileItem, file: string): Promise<FileFault[]> {
    const { kind: kindName, name, spec } = item;
    const kind = knownKinds.find(kindName);
    if (!kind) return [{ file, problem: unknownKind(kindName, name) }];
    this.take(item, file);
    const problems = [...validateName(kind, name), ...knownKinds.validateSpec(kindName, spec)];
    const isBroken = problems.some(({ severity }) => severity === 'ERROR');
    if (!isBroken) this.collectNeeds(item, file);
    return this.withLines(file, item, problems);
  }

  /** Names are unique in their namespace, which kinds may share; the reader of a folder has told of the same kind. */
  private take({ kind, name }: FileItem, file: string): void {
    const taken = this.keyOf(kind, name);
    const other = this.fileByName.get(taken);
    if (other === undefined) this.fileByName.set(taken, { file, kind });
    else if (other.kind !== kind || !this.isFolder) {
      const problem = errorProblem(
        'DUPLICATE_IN_FILE',
        `The name "${name}" is taken by ${withArticle(knownKinds.get(other.kind).title)}${this.isFolder ? ` in ${other.file}` : ''}.`,
        { kind, name, fix: 'Give one of the two another name.' },
      );
      this.doubles.push({ file, problem });
    }
  }

  private keyOf(kind: string, name: string): string {
    return JSON.stringify([knownKinds.get(kind).identity.namespace, name]);
  }

  private collectNeeds({ kind, name, spec, parent }: FileItem, file: string): void {
    const { references, parentKind, isParentOptional = false } = knownKinds.get(kind);
    const need = (targetKind: string, targetName: string, at: string) => {
      const targetTitle = knownKinds.get(targetKind).title;
      this.needs.push({
        ...{ file, kind, name, targetName, targetTitle, at },
        target: this.keyOf(targetKind, targetName),
      });
    };
    for (const { declarationIndex, name: targetName, at } of knownKinds.findReferences(kind, spec)) {
      const { to, requirement, whenMissing } = references[declarationIndex] ?? {};
      const [first] = to ?? [];
      const isNeeded =
        requirement === 'INCLUDED' && whenMissing === 'BLOCK' && !knownKinds.isBuiltIn(to ?? [], targetName);
      if (first !== undefined && isNeeded) need(first, targetName, at);
    }
    if (parent !== null && parentKind !== undefined && !isParentOptional) need(parentKind, parent, '');
  }

  /** Resources that something here needs, and that are not here. */
  async missing(): Promise<FileFault[]> {
    const faults: FileFault[] = [];
    for (const need of this.needs) {
      if (this.fileByName.has(need.target)) continue;
      const { file, kind, name, at, targetName, targetTitle } = need;
      const problem = errorProblem(
        'DEPENDENCY_MISSING',
        `It needs the ${targetTitle} "${targetName}", which is not here.`,
        {
          ...{ kind, name, path: at === '' ? ['parent'] : pointerSegments(at) },
          fix: 'Add it, or change the reference; with --partial, what is needed may be elsewhere.',
        },
      );
      const pointer = at === '' ? '/parent' : `/spec${at}`;
      faults.push({ file, problem: { ...problem, ...(await this.lineOf(file, pointer)) } });
    }
    return faults;
  }

  private async withLines(
    file: string,
    { kind, name, line }: FileItem,
    problems: readonly Problem[],
  ): Promise<FileFault[]> {
    const faults: FileFault[] = [];
    for (const problem of problems) {
      const found = await this.lineOf(file, `/spec${toPointer(problem.path)}`);
      faults.push({ file, problem: { line, ...problem, kind, name, ...found } });
    }
    return faults;
  }

  /** The line of a place, or of the nearest place around it. */
  private async lineOf(file: string, pointer: string): Promise<{ line?: number }> {
    if (!this.isFolder) return {};
    const wanted: string[] = [];
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) wanted.push(at);
    const { lineByPointer } = readDocumentLines(await readFile(file, 'utf8'), new Set(wanted));
    const nearest = wanted.find((at) => lineByPointer.has(at));
    return { line: nearest === undefined ? 1 : (lineByPointer.get(nearest) ?? 1) };
  }
}

function unknownKind(kind: string, name: string): Problem {
  return warningProblem(
    'UNKNOWN_KIND',
    `This version of Waybill does not know the kind ${kind}: "${name}" is not checked.`,
    {
      kind,
      name,
    },
  );
}
