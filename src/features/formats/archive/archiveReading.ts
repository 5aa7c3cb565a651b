import { sha256 } from '../../../shared/canonicalJson.js';
import { nothingToImport } from '../scanning/fileProblems.js';
import type { Problem } from '../../../shared/problem.js';
import { unknownSource } from '../bundle/bundleHeader.js';
import type { FileEvent, FileItem } from '../format.js';
import { GivenItems } from '../objects/givenItems.js';
import { ItemParts } from '../objects/itemParts.js';
import { ignoredMember, inMember, inMembers } from './archiveProblems.js';
import type { ReadableMember } from './findMembers.js';
import type { OpenArchive } from './openArchive.js';

/**
 * Reads the members of an archive one after the other. Parts of definitions and picklists are kept until the whole item is read, so that
 * an item and its parts in other members become one item.
 */
export class ArchiveReading {
  private isOver = false;
  private count = 0;
  private readonly parts = new ItemParts();
  private readonly given = new GivenItems();
  private readonly digests: string[] = [];
  private events: FileEvent[] = [];
  /** By everything that makes two warnings the same. */
  private readonly warnings = new Map<string, { problem: Problem; paths: string[] }>();
  /** Bytes of all earlier members. */
  private bytesBefore = 0;

  constructor(
    private readonly archive: OpenArchive,
    private readonly members: readonly ReadableMember[],
  ) {}

  /** True after an error about the whole file. */
  hasEnded(): boolean {
    return this.isOver;
  }

  begin(problems: readonly Problem[]): FileEvent[] {
    this.events = this.isAlone() ? [] : [{ type: 'source', source: unknownSource }];
    for (const problem of problems) this.tell(problem);
    if (this.members.length === 0 && problems.length === 0) this.tell(nothingInside());
    return this.events;
  }

  /** Handles the events of one member. */
  take(member: ReadableMember, events: readonly FileEvent[]): FileEvent[] {
    this.events = [];
    for (const event of events) {
      if (event.type === 'item') this.takeItem(member, event.item, event.bytesRead);
      else if (event.type === 'problem') this.takeProblem(member, event.problem);
      else if (event.type === 'settings') {
        this.events.push({ type: 'settings', settings: { ...event.settings, member: member.path } });
      } else if (event.type === 'end') this.digests.push(`${member.path}\n${event.bundleDigest}\n`);
      else if (this.isAlone()) this.events.push(event);
    }
    return this.events;
  }

  /** Reports a damaged member: its size or checksum is only known when it was read to the end. */
  endMember({ path, options }: ReadableMember): FileEvent[] {
    this.events = [];
    this.bytesBefore += options.sizeBytes;
    const fault = this.archive.faults.get(path);
    if (fault) this.tell(fault);
    return this.events;
  }

  /** Yields the remaining parts, whose items are not in the archive, and the end. */
  finish(): FileEvent[] {
    this.events = [];
    if (this.isOver) return this.events;
    for (const item of this.parts.takeAll()) this.give(item, this.bytesBefore);
    this.tellWarnings();
    if (this.count === 0) this.tell(nothingInside());
    else {
      const bundleDigest = sha256(this.digests.sort().join(''));
      this.events.push({ type: 'end', bundleDigest, claimedDigest: null, claimedCount: null });
    }
    return this.events;
  }

  private takeItem({ path }: ReadableMember, item: FileItem, bytesRead: number): void {
    const problems = item.problems.map((problem) => inMember(path, problem));
    const placed: FileItem = { ...item, problems, member: path };
    if (item.isPartial && item.partial !== undefined) {
      const problem = this.parts.addItem(placed);
      if (problem) this.tell(inMember(path, problem));
    } else if (!this.given.isRepeated(placed)) this.give(this.parts.applyTo(placed), this.bytesBefore + bytesRead);
  }

  private takeProblem({ path }: ReadableMember, problem: Problem): void {
    const fault = this.archive.faults.get(path);
    if (problem.severity === 'ERROR' && fault) this.tell(fault);
    else if (problem.code === 'UNKNOWN_KIND' && !this.isAlone()) this.tell(ignoredMember(path, problem));
    else if (problem.severity === 'ERROR') this.tell(inMember(path, problem));
    else this.keep(path, problem);
  }

  /** Keeps a warning until all members are read, so that it is reported once. A warning with a line is reported for each member. */
  private keep(path: string, problem: Problem): void {
    const { line, message, code, fix } = problem;
    const key = JSON.stringify([code, message, fix, problem.path, line === undefined ? null : path, line]);
    const kept = this.warnings.get(key) ?? { problem, paths: [] };
    kept.paths.push(path);
    this.warnings.set(key, kept);
  }

  private tellWarnings(): void {
    for (const { problem, paths } of this.warnings.values()) this.tell(inMembers([...new Set(paths)], problem));
    this.warnings.clear();
  }

  private isAlone(): boolean {
    return this.members.length === 1;
  }

  private give(item: FileItem, bytesRead: number): void {
    this.count += 1;
    this.events.push({ type: 'item', item, bytesRead });
  }

  private tell(problem: Problem): void {
    if (problem.severity === 'ERROR') this.tellWarnings();
    this.events.push({ type: 'problem', problem });
    if (problem.severity === 'ERROR') this.isOver = true;
  }
}

function nothingInside(): Problem {
  return nothingToImport('The archive contains nothing that can be imported.');
}
