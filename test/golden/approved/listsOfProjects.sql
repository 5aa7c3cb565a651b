SELECT "project".* FROM "project" "project" ORDER BY "project"."key" ASC LIMIT …;

SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."project_id" IN (…))) ORDER BY "Branch"."is_default" DESC, "Branch"."name" ASC;

SELECT 0 AS "queryNo", q."task_id" AS id FROM (SELECT "task".* FROM "task" "task" WHERE 1 = 1 AND "task"."project_id" IN (…) ORDER BY "task"."id" DESC LIMIT …) AS q UNION ALL …;

SELECT 0 AS "queryNo", q."template_id" AS id FROM (SELECT "template".* FROM "template" "template" WHERE "template"."project_id" = ? ORDER BY "template"."folded_name" ASC, "template"."direction" ASC LIMIT …) AS q UNION ALL …;

SELECT 0 AS "queryNo", q.total FROM (SELECT count(*) AS "total" FROM "template" "template" WHERE "template"."project_id" = ?) AS q UNION ALL …;

SELECT 0 AS "queryNo", q.total FROM (SELECT count(*) AS "total" FROM "task" "task" WHERE 1 = 1 AND "task"."project_id" IN (…)) AS q UNION ALL …;

SELECT branch_id, kind, total, reference_total FROM resource_count WHERE total > 0 AND branch_id IN (SELECT value FROM json_each(?)) ORDER BY kind;

SELECT 0 AS "queryNo", q."resource_id" AS id FROM (SELECT "resource".* lower("resource"."name") AS "sort_0" FROM "resource" "resource" WHERE "resource"."branch_id" = ? ORDER BY "sort_0" ASC, "resource"."namespace" ASC, "resource"."name" ASC LIMIT …) AS q UNION ALL …;

SELECT 0 AS "queryNo", q."plan_id" AS id FROM (SELECT "plan".* FROM "import_plan" "plan" WHERE "plan"."branch_id" = ? ORDER BY "plan"."id" DESC LIMIT …) AS q UNION ALL …;

SELECT branch_id, kind, total, reference_total FROM resource_count WHERE total > 0 AND branch_id IN (SELECT value FROM json_each(?)) ORDER BY kind;

SELECT 0 AS "queryNo", q.total FROM (SELECT count(*) AS "total" FROM "import_plan" "plan" WHERE "plan"."branch_id" = ?) AS q UNION ALL …;
