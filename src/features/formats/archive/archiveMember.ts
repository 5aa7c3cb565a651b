/** One file inside of an archive, as the archive's directory describes it. Nothing of it has been unpacked. */
export interface ArchiveMember {
  /** With forward slashes. */
  path: string;
  isFolder: boolean;
  /** What the directory claims. */
  sizeBytes: number;
  packedBytes: number;
  crc32: number;
  /** Where it begins in the archive. */
  offset: number;
  isEncrypted: boolean;
  /** 0: stored; 8: deflated. */
  method: number;
  /** Type and rights as a Unix system wrote them; 0 when another one did. */
  unixMode: number;
  /** Why the path can't be used; undefined when it can. */
  pathFault: string | undefined;
}

/** Bounds of what is unpacked. */
export interface ArchiveLimits {
  memberCount: number;
  /** Of all members together, and of one. */
  totalBytes: number;
  memberBytes: number;
  /** How many times as large a member may be unpacked, once it has more than {@link ArchiveLimits.ratioFromBytes}. */
  ratio: number;
  ratioFromBytes: number;
}

const mebibyte = 1024 * 1024;

/** Tables and lists with many equal members pack about 30 to 100 times smaller; what is made to harm packs 1000 times smaller. */
export const archiveLimits: ArchiveLimits = {
  memberCount: 100_000,
  totalBytes: 4096 * mebibyte,
  memberBytes: 2048 * mebibyte,
  ratio: 200,
  ratioFromBytes: mebibyte,
};
