SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" = ?)) LIMIT …;

SELECT "resource".* FROM "resource" "resource" WHERE "resource"."branch_id" = ? ORDER BY "resource"."updated_at" DESC, "resource"."id" DESC LIMIT …;
