import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import { siteMemberOf } from '../../kinds/worker.js';
import type { FileItem } from '../format.js';
import type { NumberOfSite, StatedSite } from './batchSettings.js';
import { objectsKinds } from './objectsClasses.js';
import { siteByNumber, siteOfNone } from './readingProblems.js';

/** The site that a file states for all of its entries: it holds for those that name none themselves. */
export class SiteOfFile {
  /** The number stands for a site that entries do not name; or entries name another one. */
  private isLost = false;
  private isOther = false;

  /** @param stated The site; or the setting that names it by a number alone. */
  constructor(private readonly stated: { site?: StatedSite | undefined; siteNumber?: NumberOfSite | undefined }) {}

  /** The record with the site of the file, when it is an entry without one. */
  addTo(record: JsonObject, kind: string): JsonObject {
    const { site } = this.stated;
    if (site === undefined || kind !== objectsKinds.entry || siteMemberOf(record) !== undefined) return record;
    return { ...record, [site.member]: site.code };
  }

  /** Marks an entry that loses its site because the file names it by a number: `problems` says so. */
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

  /** What is wrong with the setting, once all records of the file, which are of one kind, were read. */
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
