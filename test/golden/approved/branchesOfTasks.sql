SELECT "task".* FROM "task" "task" WHERE 1 = 1 ORDER BY "task"."id" DESC LIMIT …;

SELECT 0 AS "queryNo", q.total FROM (SELECT count(*) AS "total" FROM "task" "task" WHERE 1 = 1) AS q;

SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" IN (…)));

SELECT "StoredFile".* FROM "stored_file" "StoredFile" WHERE (("StoredFile"."task_id" IN (…))) ORDER BY "StoredFile"."id" ASC;

SELECT "Project".* FROM "project" "Project" WHERE (("Project"."id" IN (…)));

SELECT f.id, t.project_id, t.principal_id AS owner_id, coalesce(t.plan_id, t.id) AS holder_id FROM stored_file f JOIN task t ON t.id = f.task_id WHERE f.id IN (SELECT value FROM json_each(?));
