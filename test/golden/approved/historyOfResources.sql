SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" = ?)) LIMIT …;

SELECT "resource".* lower("resource"."name") AS "sort_0" FROM "resource" "resource" WHERE "resource"."branch_id" = ? ORDER BY "sort_0" ASC, "resource"."namespace" ASC, "resource"."name" ASC LIMIT …;

SELECT * FROM ( SELECT s.*, row_number() OVER (PARTITION BY s.resource_id ORDER BY s.revision DESC) AS place FROM (SELECT id AS resource_id, revision, content_id, name, mode, updated_at AS changed_at, task_id, changed_by AS changed_by_name FROM resource WHERE id IN (SELECT value FROM json_each(?)) UNION ALL SELECT resource_id, revision, content_id, name, mode, changed_at, task_id, changed_by FROM resource_revision WHERE resource_id IN (SELECT value FROM json_each(?))) AS s WHERE s.revision < ?) AS placed WHERE placed.place <= ? ORDER BY placed.revision DESC;

SELECT s.resource_id, count(*) AS total FROM (SELECT id AS resource_id, revision, content_id, name, mode, updated_at AS changed_at, task_id, changed_by AS changed_by_name FROM resource WHERE id IN (SELECT value FROM json_each(?)) UNION ALL SELECT resource_id, revision, content_id, name, mode, changed_at, task_id, changed_by FROM resource_revision WHERE resource_id IN (SELECT value FROM json_each(?))) AS s GROUP BY s.resource_id;

SELECT id, digest, octet_length(spec) AS spec_bytes FROM content WHERE id IN (SELECT value FROM json_each(?));

SELECT "Task".* FROM "task" "Task" WHERE (("Task"."id" IN (…)));

SELECT "Content".* FROM "content" "Content" WHERE (("Content"."id" IN (…)));
