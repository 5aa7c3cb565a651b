/** A file inside an archive, as the directory of the archive describes it. It has not been unpacked. */
export interface ArchiveMember {
  /** With forward slashes. */
  path: string;
  isFolder: boolean;
  /** Size according to the directory. */
  sizeBytes: number;
  packedBytes: number;
  crc32: number;
  /** Offset of the member in the archive. */
  offset: number;
  isEncrypted: boolean;
  /** 0: stored; 8: deflated. */
  method: number;
  /** Type and permissions if a Unix system wrote the archive, else 0. */
  unixMode: number;
  /** Why the path is not allowed; undefined if it is. */
  pathFault: string | undefined;
}

/** Limits for unpacking. */
export interface ArchiveLimits {
  memberCount: number;
  /** For all members together, and for one. */
  totalBytes: number;
  memberBytes: number;
  /** Maximum compression ratio of a member that is larger than {@link ArchiveLimits.ratioFromBytes}. */
  ratio: number;
  ratioFromBytes: number;
}

const mebibyte = 1024 * 1024;

/** Tables and lists with many equal members compress 30 to 100 times; ZIP bombs compress 1000 times. */
export const archiveLimits: ArchiveLimits = {
  memberCount: 100_000,
  totalBytes: 4096 * mebibyte,
  memberBytes: 2048 * mebibyte,
  ratio: 200,
  ratioFromBytes: mebibyte,
};
