/** What the operations of the mixed test share. */
const maxKept = 60;

/** Remembers a thing, and forgets the oldest one of too many. */
export function keep(list, value) {
  if (value === undefined || value === null) return;
  list.push(value);
  if (list.length > maxKept) list.shift();
}

/** That of a plan as it is, which others may amend before it is executed; null if it is not ready. */
export async function fingerprintOf(client, id) {
  const { importPlan } = await client.ask(
    'query ($id: ID!) { importPlan(id: $id) { fingerprint(expiresAt: "2100-01-01T00:00:00.000Z") } }',
    { id },
  );
  return importPlan?.fingerprint ?? null;
}

/** What a plan does with what it no longer has. */
export function mirrorOf(pick) {
  if (pick.random() < 0.7) return {};
  return { mirrorKinds: ['fast-data/CastFunction', 'fast-data/ErSchema'], isDeletionAllowed: pick.random() < 0.7 };
}

/** A project that no other client knows of: what is deleted is its alone. */
export async function ownProject({ pick, client }) {
  const key = `gone-${Math.floor(pick.random() * 1e9)}`;
  const { createProject } = await client.ask(
    'mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id key } problems { code message } } }',
    { input: { key, name: 'Mixed', capabilities: ['EVENT_DRIVEN'] } },
  );
  return createProject.project;
}

/** Of two tasks one is waited for; the other runs beside what comes next. */
export async function startedUndoable({ world, pick, client }, { task }) {
  if (!task) return;
  keep(world.tasks, task.id);
  keep(world.undoable, task.id);
  if (pick.random() < 0.5) await client.end(task.id);
}
