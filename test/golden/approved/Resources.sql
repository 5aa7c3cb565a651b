SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" = ?)) LIMIT …;

SELECT "resource".* lower("resource"."name") AS "sort_0" FROM "resource" "resource" WHERE "resource"."branch_id" = ? ORDER BY "sort_0" ASC, "resource"."namespace" ASC, "resource"."name" ASC LIMIT …;

SELECT branch_id AS "branchId", kind, total, reference_total AS "referenceTotal" FROM resource_count WHERE total > 0 AND branch_id IN (…) ORDER BY kind;

SELECT id, digest, octet_length(spec) AS "specBytes" FROM content WHERE id IN (…);

SELECT "Provenance".* FROM "provenance" "Provenance" WHERE (("Provenance"."id" IN (…)));

SELECT "Content".* FROM "content" "Content" WHERE (("Content"."id" IN (…)));
