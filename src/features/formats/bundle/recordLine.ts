import { canonicalJson, contentDigest } from '../../../shared/canonicalJson.js';
import { unmarkLostNumbers } from '../../../shared/exactNumbers.js';
import type { JsonObject, JsonValue } from '../../../shared/json.js';
import type { FileItem } from '../format.js';

/** An item as a record of a bundle: canonical JSON with the digest of its content. Numbers keep their spelling. */
export function recordLine(item: FileItem): string {
  const { kind, name, title, externalReferenceCode, parent, sourceId, origins, spec } = item;
  const given = Object.entries({ title, externalReferenceCode, parent, id: sourceId }).filter(
    ([, value]) => value !== null,
  );
  const record: JsonObject = {
    ...{ kind, name, spec },
    digest: contentDigest(kind, title, canonicalJson(spec)),
    ...(Object.fromEntries(given) as Record<string, string>),
    ...(origins.length > 0 && { origins: origins as unknown as JsonValue }),
  };
  return unmarkLostNumbers(canonicalJson(record));
}
