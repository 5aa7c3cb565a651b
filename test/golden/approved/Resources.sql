SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" = ?)) LIMIT …;

SELECT "resource".* lower("resource"."name") AS "folded_name" FROM "resource" "resource" WHERE "resource"."branch_id" = ? ORDER BY "folded_name" ASC, "resource"."namespace" ASC, "resource"."name" ASC LIMIT …;

SELECT coalesce(sum(total), 0) AS total FROM resource_count WHERE branch_id = ? AND (? = 1 OR kind IN (…));

SELECT id, digest, octet_length(spec) AS "specBytes" FROM content WHERE id IN (…);

SELECT "Provenance".* FROM "provenance" "Provenance" WHERE (("Provenance"."id" IN (…)));

SELECT "Content".* FROM "content" "Content" WHERE (("Content"."id" IN (…)));
