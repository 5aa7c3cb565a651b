SELECT "ImportPlan".* FROM "import_plan" "ImportPlan" WHERE (("ImportPlan"."id" = ?)) LIMIT …;

SELECT "item".* FROM "import_item" "item" WHERE "item"."plan_id" = ? ORDER BY "item"."ordinal" ASC LIMIT …;

SELECT COUNT(1) AS "cnt" FROM "import_item" "item" WHERE "item"."plan_id" = ?;

SELECT "Provenance".* FROM "provenance" "Provenance" WHERE (("Provenance"."id" IN (…)));

SELECT "Resource".* FROM "resource" "Resource" WHERE (("Resource"."id" IN (…)));

SELECT "ImportPlan".* FROM "import_plan" "ImportPlan" WHERE (("ImportPlan"."id" IN (…)));

SELECT pl.id, pl.branch_id AS "branchId", pl.status, pl.mode, pl.provenance_id AS "provenanceId", v.instance_id AS "sourceInstanceId", v.project_id AS "sourceProjectId", v.project_key AS "sourceProjectKey", pr.key AS "targetProjectKey", pr.capabilities, pl.source_file_id AS "sourceFileId", pl.options FROM import_plan pl JOIN branch b ON b.id = pl.branch_id JOIN project pr ON pr.id = b.project_id LEFT JOIN provenance v ON v.id = pl.provenance_id WHERE pl.id = :id;

SELECT i.ordinal, i.line, i.kind, i.namespace, i.name, i.title, i.parent_kind AS "parentKind", i.parent_name AS "parentName", i.content_id AS "contentId", i.source_id AS "sourceId", i.origin_chain AS "originChain", i.resource_id AS "resourceId", i.is_valid AS "isValid", i.is_partial AS "isPartial", i.file_problems AS "fileProblems", i.mode, i.is_selected AS "isSelected", i.new_name AS "newName", i.effective_name AS "effectiveName", i.effective_content_id AS "effectiveContentId", i.existing_id AS "existingId", i.action, i.reason FROM import_item i WHERE i.plan_id = :planId AND i.ordinal IN (SELECT value FROM json_each(:ordinals)) ORDER BY i.ordinal;

SELECT i.ordinal, c.spec, r.id, r.kind, r.name, r.mode, v.project_key AS "originProjectKey", (SELECT s.name FROM resource s WHERE s.branch_id = :branchId AND lower(s.name) = lower(i.effective_name) AND s.namespace = i.namespace AND s.name <> i.effective_name LIMIT …) AS "caseTwin" FROM import_item i LEFT JOIN content c ON c.id = i.effective_content_id LEFT JOIN resource r ON r.id = i.existing_id LEFT JOIN provenance v ON v.id = r.provenance_id WHERE i.plan_id = :planId AND i.ordinal IN (SELECT value FROM json_each(:ordinals));

SELECT DISTINCT i.ordinal, min(e.at) AS at, t.kind, t.name FROM import_item i JOIN edge e ON e.content_id = i.effective_content_id JOIN edge_type y ON y.id = e.type_id JOIN resource t ON t.branch_id = :branchId AND lower(t.name) = lower(e.target_name) AND t.namespace = y.target_namespace AND t.name = e.target_name WHERE i.plan_id = :planId AND i.ordinal IN (SELECT value FROM json_each(:ordinals)) AND t.kind IN (SELECT value FROM json_each(:localKinds)) GROUP BY i.ordinal, t.kind, t.name ORDER BY 1, 2;

SELECT i.ordinal, e.type_id AS "typeId", e.at, e.target_name AS "targetName", y.requirement, y.when_missing AS "whenMissing", f.ordinal AS "fileOrdinal" FROM import_item i JOIN edge e ON e.content_id = i.content_id JOIN edge_type y ON y.id = e.type_id LEFT JOIN import_item f ON f.plan_id = i.plan_id AND f.name = e.target_name AND f.namespace = y.target_namespace AND EXISTS (SELECT 1 FROM edge_type_target k WHERE k.type_id = y.id AND k.kind = f.kind) WHERE i.plan_id = :planId AND y.when_missing <> 'IGNORE' AND (f.ordinal IS NULL OR NOT f.is_selected OR f.action IN ('BLOCKED', 'COLLISION')) AND NOT EXISTS ( SELECT 1 FROM resource t WHERE t.branch_id = :branchId AND lower(t.name) = lower(coalesce(f.effective_name, e.target_name)) AND t.namespace = y.target_namespace AND t.name = coalesce(f.effective_name, e.target_name) AND EXISTS (SELECT 1 FROM edge_type_target k WHERE k.type_id = y.id AND k.kind = t.kind)) AND (i.is_selected AND i.is_valid AND i.ordinal IN (…)) ORDER BY i.ordinal, e.ordinal;

SELECT i.ordinal, 0 AS "typeId", '' AS at, coalesce(i.parent_name, '') AS "targetName", 'INCLUDED' AS requirement, 'BLOCK' AS "whenMissing", f.ordinal AS "fileOrdinal" FROM import_item i LEFT JOIN import_item f ON f.plan_id = i.plan_id AND f.name = i.parent_name AND f.kind = i.parent_kind WHERE i.plan_id = :planId AND i.parent_kind IS NOT NULL AND (f.ordinal IS NULL OR NOT f.is_selected OR f.action IN ('BLOCKED', 'COLLISION')) AND NOT EXISTS ( SELECT 1 FROM resource t WHERE t.branch_id = :branchId AND lower(t.name) = lower(coalesce(f.effective_name, i.parent_name)) AND t.kind = i.parent_kind AND t.name = coalesce(f.effective_name, i.parent_name)) AND (i.is_selected AND i.is_valid AND i.ordinal IN (…)) ORDER BY i.ordinal;

SELECT i.ordinal, b.spec AS before, a.spec AS after, b.title AS "titleBefore", a.title AS "titleAfter" FROM import_item i JOIN resource r ON r.id = i.existing_id JOIN content b ON b.id = r.content_id JOIN content a ON a.id = i.effective_content_id WHERE i.plan_id = :planId AND i.action IN ('UPDATE', 'REFERENCE_UPDATE') AND i.ordinal IN (SELECT value FROM json_each(:ordinals));

SELECT "Provenance".* FROM "provenance" "Provenance" WHERE (("Provenance"."id" IN (…)));
