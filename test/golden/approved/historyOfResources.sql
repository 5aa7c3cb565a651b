SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" = ?)) LIMIT …;

SELECT "resource".* lower("resource"."name") AS "sort_0" FROM "resource" "resource" WHERE "resource"."branch_id" = ? ORDER BY "sort_0" ASC, "resource"."namespace" ASC, "resource"."name" ASC LIMIT …;

SELECT * FROM ( SELECT state.*, row_number() OVER (PARTITION BY state."resourceId" ORDER BY state.revision DESC) AS place FROM (SELECT id AS "resourceId", revision, content_id AS "contentId", name, mode, updated_at AS "changedAt", task_id AS "taskId", changed_by AS "changedByName" FROM resource UNION ALL SELECT resource_id, revision, content_id, name, mode, changed_at, task_id, changed_by FROM resource_revision) AS state WHERE state."resourceId" IN (…) AND state.revision < ?) AS placed WHERE placed.place <= ? ORDER BY placed.revision DESC;

SELECT state."resourceId", count(*) AS total FROM (SELECT id AS "resourceId", revision, content_id AS "contentId", name, mode, updated_at AS "changedAt", task_id AS "taskId", changed_by AS "changedByName" FROM resource UNION ALL SELECT resource_id, revision, content_id, name, mode, changed_at, task_id, changed_by FROM resource_revision) AS state WHERE state."resourceId" IN (…) GROUP BY state."resourceId";

SELECT id, digest, octet_length(spec) AS "specBytes" FROM content WHERE id IN (…);

SELECT "Task".* FROM "task" "Task" WHERE (("Task"."id" IN (…)));

SELECT "Content".* FROM "content" "Content" WHERE (("Content"."id" IN (…)));
