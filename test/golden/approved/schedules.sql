SELECT "schedule".* FROM "schedule" "schedule" WHERE "schedule"."project_id" = ? ORDER BY "schedule"."folded_name" ASC LIMIT …;

SELECT 0 AS "queryNo", q.total FROM (SELECT count(*) AS "total" FROM "schedule" "schedule" WHERE "schedule"."project_id" = ?) AS q;

SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" IN (…)));

SELECT "Template".* FROM "template" "Template" WHERE (("Template"."id" IN (…)));
