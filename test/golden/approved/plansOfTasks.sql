SELECT "task".* FROM "task" "task" WHERE 1 = 1 ORDER BY "task"."id" DESC LIMIT …;

SELECT "ImportPlan".* FROM "import_plan" "ImportPlan" WHERE (("ImportPlan"."id" IN (…)));
