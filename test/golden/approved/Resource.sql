SELECT "Resource".* FROM "resource" "Resource" WHERE (("Resource"."id" = ?)) LIMIT …;

SELECT id, digest, octet_length(spec) AS spec_bytes FROM content WHERE id IN (SELECT value FROM json_each(?));

SELECT "Provenance".* FROM "provenance" "Provenance" WHERE (("Provenance"."id" IN (…)));

SELECT id FROM ( SELECT r.id, row_number() OVER (PARTITION BY r.parent_id ORDER BY r.name) AS place FROM resource r WHERE r.parent_id IN (SELECT value FROM json_each(?)) AND r.name > ? AND TRUE) AS child WHERE place <= ?;

SELECT "Resource".* FROM "resource" "Resource" WHERE (("Resource"."id" IN (…))) ORDER BY "Resource"."name" ASC;

SELECT "Content".* FROM "content" "Content" WHERE (("Content"."id" IN (…)));
