import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import { siteMemberOf } from '../../kinds/worker.js';
import type { FileItem } from '../format.js';
import type { NumberOfSite, StatedSite } from './batchSettings.js';
import { objectsKinds } from './objectsClasses.js';
import { siteByNumber, siteOfNone } from './readingProblems.js';

/** The site that a file states for its entries. It applies to entries that state none. */
export class SiteOfFile {
  /** Set if an entry states no site while the file states a number, or states another site. */
  private isLost = false;
  private isOther = false;

  /** @param stated The site, or the setting that identifies it only by a number. */
  constructor(private readonly stated: { site?: StatedSite | undefined; siteNumber?: NumberOfSite | undefined }) {}

  /** Adds the site of the file to an entry without one. */
  addTo(record: JsonObject, kind: string): JsonObject {
    const { site } = this.stated;
    if (site === undefined || kind !== objectsKinds.entry || siteMemberOf(record) !== undefined) return record;
    return { ...record, [site.member]: site.code };
  }

  /** Marks an entry that loses its site because the file identifies it by a number; `problems` reports it. */
  tellOf(item: FileItem): FileItem {
    const { siteNumber } = this.stated;
    if (!siteNumber || item.kind !== objectsKinds.entry) return item;
    const member = siteMemberOf(item.spec);
    if (member !== undefined) {
      this.isOther ||= item.spec[member] !== siteNumber.number;
      return item;
    }
    this.isLost = true;
    return { ...item, isSiteTold: true };
  }

  /** Problems of the site setting, after the last record. All records of the file are of one kind. */
  problems(kind: string | undefined): Problem[] {
    const { site, siteNumber } = this.stated;
    if (kind === undefined) return [];
    const isOfEntries = kind === objectsKinds.entry;
    const stated = site ?? (siteNumber && { path: siteNumber.path, code: siteNumber.number });
    return [
      ...(siteNumber && (this.isLost || this.isOther) ? [siteByNumber(siteNumber, this.isLost)] : []),
      ...(stated && !isOfEntries ? [siteOfNone(stated)] : []),
    ];
  }
}
