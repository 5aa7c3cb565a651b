SELECT "Resource".* FROM "resource" "Resource" WHERE (("Resource"."id" = ?)) LIMIT …;

SELECT "Content".* FROM "content" "Content" WHERE (("Content"."id" IN (…)));

SELECT "Content".* FROM "content" "Content" WHERE (("Content"."id" IN (…)));

SELECT "Provenance".* FROM "provenance" "Provenance" WHERE (("Provenance"."id" IN (…)));

SELECT id FROM ( SELECT id, row_number() OVER (PARTITION BY parent_id ORDER BY name) AS place FROM resource WHERE parent_id IN (…) AND name > ?) AS child WHERE place <= ?;

SELECT "Resource".* FROM "resource" "Resource" WHERE (("Resource"."id" IN (…))) ORDER BY "Resource"."name" ASC;
