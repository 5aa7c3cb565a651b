SELECT "project".* FROM "project" "project" ORDER BY "project"."key" ASC LIMIT …;

SELECT COUNT(1) AS "cnt" FROM "project" "project";

SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."project_id" IN (…))) ORDER BY "Branch"."is_default" DESC, "Branch"."name" ASC;
