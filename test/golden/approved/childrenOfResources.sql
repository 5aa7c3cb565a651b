SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" = ?)) LIMIT …;

SELECT "resource".* lower("resource"."name") AS "sort_0" FROM "resource" "resource" WHERE "resource"."branch_id" = ? AND "resource"."kind" IN (…) ORDER BY "sort_0" ASC, "resource"."namespace" ASC, "resource"."name" ASC LIMIT …;

SELECT "Branch".* FROM "branch" "Branch" WHERE (("Branch"."id" IN (…)));

SELECT id FROM ( SELECT id, row_number() OVER (PARTITION BY parent_id ORDER BY name) AS place FROM resource WHERE parent_id IN (…) AND name > ? AND (? = 1 OR NOT EXISTS (SELECT 1 FROM resource_restriction x WHERE x.resource_id = resource.id) OR EXISTS (SELECT 1 FROM resource_reader y WHERE y.resource_id = resource.id AND y.principal_id IN (…)))) AS child WHERE place <= ?;

SELECT "Resource".* FROM "resource" "Resource" WHERE (("Resource"."id" IN (…))) ORDER BY "Resource"."name" ASC;

SELECT "Project".* FROM "project" "Project" WHERE (("Project"."id" IN (…)));

SELECT parent_id AS "parentId", count(*) AS total FROM resource WHERE parent_id IN (…) AND (parent_id IN (…) OR NOT EXISTS (SELECT 1 FROM resource_restriction x WHERE x.resource_id = resource.id) OR EXISTS (SELECT 1 FROM resource_reader y WHERE y.resource_id = resource.id AND y.principal_id IN (…))) GROUP BY parent_id;
