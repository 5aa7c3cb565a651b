SELECT "task".* FROM "task" "task" WHERE 1 = 1 ORDER BY "task"."id" DESC LIMIT …;

SELECT "TaskCallback".* FROM "task_callback" "TaskCallback" WHERE (("TaskCallback"."task_id" IN (…)));
