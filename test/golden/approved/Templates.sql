SELECT "Project".* FROM "project" "Project" WHERE (("Project"."id" = ?)) LIMIT …;

SELECT "template".* FROM "template" "template" WHERE "template"."project_id" = ? ORDER BY "template"."folded_name" ASC, "template"."direction" ASC LIMIT …;

SELECT COUNT(1) AS "cnt" FROM "template" "template" WHERE "template"."project_id" = ?;

SELECT id, octet_length(settings) AS "sizeBytes" FROM template WHERE id IN (…);

SELECT id, settings FROM template WHERE id IN (…);
