SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" = ?)) LIMIT …;

SELECT "resource".* lower("resource"."name") AS "sort_0" FROM "resource" "resource" WHERE "resource"."branch_id" = ? AND "resource"."kind" IN (…) ORDER BY "sort_0" ASC, "resource"."namespace" ASC, "resource"."name" ASC LIMIT …;

SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" IN (…)));

SELECT id FROM ( SELECT r.id, row_number() OVER (PARTITION BY r.parent_id ORDER BY r.name) AS place FROM resource r WHERE r.parent_id IN (SELECT value FROM json_each(?)) AND r.name > ? AND TRUE) AS child WHERE place <= ?;

SELECT "Resource".* FROM "resource" "Resource" WHERE (("Resource"."id" IN (…))) ORDER BY "Resource"."name" ASC;

SELECT "Project".* FROM "project" "Project" WHERE (("Project"."id" IN (…)));

SELECT r.parent_id, count(*) AS total FROM resource r WHERE r.parent_id IN (SELECT value FROM json_each(?)) AND (r.parent_id IN (SELECT value FROM json_each(?)) OR (NOT EXISTS (SELECT 1 FROM resource_restriction x WHERE x.resource_id = r.id) OR EXISTS (SELECT 1 FROM resource_reader y WHERE y.resource_id = r.id AND y.principal_id IN (SELECT value FROM json_each(?))))) GROUP BY r.parent_id;
