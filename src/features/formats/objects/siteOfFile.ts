import type { JsonObject } from '../../../shared/json.js';
import type { Problem } from '../../../shared/problem.js';
import { siteMemberOf } from '../../kinds/worker.js';
import type { FileItem } from '../format.js';
import type { NumberOfSite, StatedSite } from './batchSettings.js';
import { objectsKinds } from './objectsClasses.js';
import { siteByNumber, siteOfNone } from './readingProblems.js';

/** The site that a file states for all of its entries: it holds for those that name none themselves. */
export class SiteOfFile {
  private isLost = false;

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
    const isOnSite = item.kind !== objectsKinds.entry || siteMemberOf(item.spec) !== undefined;
    if (!this.stated.siteNumber || isOnSite) return item;
    this.isLost = true;
    return { ...item, isSiteTold: true };
  }

  /** What is wrong with the setting, once all records of the file, which are of one kind, were read. */
  problems(kind: string | undefined): Problem[] {
    const { site, siteNumber } = this.stated;
    return [
      ...(siteNumber && this.isLost ? [siteByNumber(siteNumber)] : []),
      ...(site && kind !== undefined && kind !== objectsKinds.entry ? [siteOfNone(site)] : []),
    ];
  }
}
