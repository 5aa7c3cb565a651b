SELECT "task".* FROM "task" "task" WHERE 1 = 1 ORDER BY "task"."id" DESC LIMIT …;

SELECT COUNT(1) AS "cnt" FROM "task" "task" WHERE 1 = 1;

SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" IN (…)));

SELECT "StoredFile".* FROM "stored_file" "StoredFile" WHERE (("StoredFile"."task_id" IN (…))) ORDER BY "StoredFile"."id" ASC;

SELECT "Project".* FROM "project" "Project" WHERE (("Project"."id" IN (…)));
