SELECT "Project".* FROM "project" "Project" WHERE (("Project"."id" = ?)) LIMIT …;

SELECT "template".* FROM "template" "template" WHERE "template"."project_id" = ? ORDER BY "template"."folded_name" ASC, "template"."direction" ASC LIMIT …;

SELECT COUNT(1) AS "cnt" FROM "template" "template" WHERE "template"."project_id" = ?;
