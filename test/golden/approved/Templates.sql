SELECT "template".* FROM "template" "template" WHERE "template"."project_id" = ? ORDER BY "template"."folded_name" ASC, "template"."direction" ASC LIMIT …;

SELECT 0 AS "queryNo", q.total FROM (SELECT count(*) AS "total" FROM "template" "template" WHERE "template"."project_id" = ?) AS q;

SELECT id, octet_length(settings) AS size_bytes FROM template WHERE id IN (SELECT value FROM json_each(?));

SELECT id, settings FROM template WHERE id IN (SELECT value FROM json_each(?));
