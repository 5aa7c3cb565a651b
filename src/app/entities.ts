import { AccessToken, GroupMember, Membership, Principal } from '../features/access/index.js';
import { AuditEvent } from '../features/audit/index.js';
import { TaskCallback } from '../features/callbacks/index.js';
import { StoredFile } from '../features/files/index.js';
import { ImportItem, ImportPlan } from '../features/importing/index.js';
import { Branch, Project, ProjectPack } from '../features/projects/index.js';
import {
  Content,
  Provenance,
  Resource,
  ResourceReader,
  ResourceRestriction,
  ResourceRevision,
} from '../features/resources/index.js';
import { Task } from '../features/tasks/index.js';
import { Template } from '../features/templates/index.js';

/** Every table that is read through TypeORM. */
export const entities = [
  AccessToken,
  AuditEvent,
  Branch,
  Content,
  GroupMember,
  ImportItem,
  ImportPlan,
  Membership,
  Principal,
  Project,
  ProjectPack,
  Provenance,
  Resource,
  ResourceReader,
  ResourceRestriction,
  ResourceRevision,
  StoredFile,
  Task,
  TaskCallback,
  Template,
];
