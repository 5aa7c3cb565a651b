import type { PlaceRepository } from '../../../../src/features/access/place.repository.js';
import { Guard } from '../../../../src/features/access/index.js';
import { superuserSession } from '../../../support/sessions.js';
import type { Role, Session } from '../../../../src/shared/session.js';

const project = 'project-1';
const me = superuserSession().actor;

function sessionWith(role?: Role, isSuperuser = false): Session {
  const roleByProjectId = new Map<string, Role>(role ? [[project, role]] : []);
  return { actor: me, isSuperuser, principalIds: [me.id], roleByProjectId };
}

interface Place {
  projectId: string | null;
  ownerId: string | null;
  isRestricted?: boolean;
}

function guardOver(place: Place | undefined, readerIds: readonly string[] = []): Guard {
  const isReader = (_id: string, principalIds: readonly string[]) =>
    Promise.resolve(principalIds.some((id) => readerIds.includes(id)));
  return new Guard({ find: () => Promise.resolve(place), isReader } as unknown as PlaceRepository);
}

const shared = { projectId: project, ownerId: 'somebody' };

describe('the guard', () => {
  it('denies an operation that the policy does not know', async () => {
    expect(await guardOver(shared).judge('Query.unheardOf', {}, sessionWith('MANAGER'))).toMatchObject({
      type: 'DENIED',
      needed: 'SUPERUSER',
    });
  });

  it('tells that an id is of nothing', async () => {
    const verdict = await guardOver(undefined).judge('Query.task', { id: 'x' }, sessionWith());
    expect(verdict.type).toBe('MISSING');
  });

  it.each([
    [undefined, 'HIDDEN'],
    ['VIEWER', 'DENIED'],
    ['EDITOR', 'DENIED'],
    ['MANAGER', 'ALLOWED'],
  ] as const)("judges the undo of another's import with the role %s as %s", async (role, expected) => {
    const verdict = await guardOver(shared).judge('Mutation.undoImport', { input: { taskId: 'x' } }, sessionWith(role));
    expect(verdict.type).toBe(expected);
  });

  it.each([
    ['VIEWER', 'DENIED'],
    ['EDITOR', 'ALLOWED'],
  ] as const)('judges the undo of an own import with the role %s as %s', async (role, expected) => {
    const guard = guardOver({ ...shared, ownerId: me.id });
    const verdict = await guard.judge('Mutation.undoImport', { input: { taskId: 'x' } }, sessionWith(role));
    expect(verdict.type).toBe(expected);
  });

  it("hides what was one's own once the project is no longer seen", async () => {
    const guard = guardOver({ ...shared, ownerId: me.id });
    expect((await guard.judge('Download.file', { id: 'x' }, sessionWith())).type).toBe('HIDDEN');
  });

  it("hides others' tokens, which belong to no project", async () => {
    const guard = guardOver({ projectId: null, ownerId: 'somebody' });
    const judge = (session: Session) => guard.judge('Mutation.revokeToken', { input: { id: 'x' } }, session);
    expect((await judge(sessionWith('MANAGER'))).type).toBe('HIDDEN');
    expect((await judge(sessionWith(undefined, true))).type).toBe('ALLOWED');
  });

  it('hides a restricted resource from all but its readers and managers', async () => {
    const restricted = { projectId: project, ownerId: null, isRestricted: true };
    const judge = (role: Role, readerIds: string[]) =>
      guardOver(restricted, readerIds).judge('Query.resource', { id: 'x' }, sessionWith(role));
    expect((await judge('EDITOR', [])).type).toBe('HIDDEN');
    expect((await judge('EDITOR', [me.id])).type).toBe('ALLOWED');
    expect((await judge('MANAGER', [])).type).toBe('ALLOWED');
  });

  it('asks more where the argument is absent', async () => {
    const judge = (session: Session) => guardOver(undefined).judge('Query.auditEvents', { filter: null }, session);
    expect(await judge(sessionWith('MANAGER'))).toMatchObject({ type: 'DENIED', needed: 'SUPERUSER' });
    expect((await judge(sessionWith(undefined, true))).type).toBe('ALLOWED');
  });
});
