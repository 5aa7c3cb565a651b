import type { Database } from '../database/index.js';
import {
  MembershipResolver,
  MyMembershipResolver,
  PrincipalResolver,
  PrincipalRosterResolver,
  ProjectRosterResolver,
  RoleService,
  RosterRepository,
  TokenResolver,
  TokenService,
  type AccessRepository,
} from '../features/access/index.js';
import { AuditRepository, AuditResolver } from '../features/audit/index.js';
import type { ProjectRepository } from '../features/projects/index.js';
import {
  ReaderResolver,
  ReaderService,
  ResourceReaderResolver,
  type ReaderRepository,
  type ResourceRepository,
} from '../features/resources/index.js';
import type { Clock } from '../shared/clock.js';

/** The resolvers of access and of the audit log. */
export function accessResolvers(parts: {
  database: Database;
  access: AccessRepository;
  projects: ProjectRepository;
  clock: Clock;
  resources: ResourceRepository;
  readers: ReaderRepository;
}): object[] {
  const { access, projects, readers } = parts;
  const roles = new RoleService(parts);
  const roster = new RosterRepository(parts.database);
  return [
    new AuditResolver(new AuditRepository(parts.database)),
    new MembershipResolver(access, roles, projects),
    new PrincipalResolver(access, roles),
    new MyMembershipResolver(),
    new PrincipalRosterResolver(roster, access),
    new ProjectRosterResolver(roster),
    new ReaderResolver(new ReaderService(parts), readers),
    new ResourceReaderResolver(access),
    new TokenResolver(access, new TokenService(parts)),
  ];
}
