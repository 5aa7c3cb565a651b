SELECT "Resource".* FROM "resource" "Resource" WHERE (("Resource"."id" = ?)) LIMIT …;

SELECT id, digest, octet_length(spec) AS "specBytes" FROM content WHERE id IN (…);

SELECT "Provenance".* FROM "provenance" "Provenance" WHERE (("Provenance"."id" IN (…)));

SELECT id FROM ( SELECT id, row_number() OVER (PARTITION BY parent_id ORDER BY name) AS place FROM resource WHERE parent_id IN (…) AND name > ? AND (? = 1 OR NOT EXISTS (SELECT 1 FROM resource_restriction x WHERE x.resource_id = resource.id) OR EXISTS (SELECT 1 FROM resource_reader y WHERE y.resource_id = resource.id AND y.principal_id IN (…)))) AS child WHERE place <= ?;

SELECT "Resource".* FROM "resource" "Resource" WHERE (("Resource"."id" IN (…))) ORDER BY "Resource"."name" ASC;

SELECT "Content".* FROM "content" "Content" WHERE (("Content"."id" IN (…)));
