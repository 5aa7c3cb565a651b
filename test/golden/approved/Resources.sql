SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" = ?)) LIMIT …;

SELECT "resource".* lower("resource"."name") AS "sort_0" FROM "resource" "resource" WHERE "resource"."branch_id" = ? ORDER BY "sort_0" ASC, "resource"."namespace" ASC, "resource"."name" ASC LIMIT …;

SELECT branch_id, kind, total, reference_total FROM resource_count WHERE total > 0 AND branch_id IN (SELECT value FROM json_each(?)) ORDER BY kind;

SELECT id, digest, octet_length(spec) AS spec_bytes FROM content WHERE id IN (SELECT value FROM json_each(?));

SELECT "Provenance".* FROM "provenance" "Provenance" WHERE (("Provenance"."id" IN (…)));

SELECT "Content".* FROM "content" "Content" WHERE (("Content"."id" IN (…)));
