import { archiveLimits } from '../../../../../src/features/formats/zip/archiveMember.js';
import type { ArchiveMember } from '../../../../../src/features/formats/zip/archiveMember.js';
import { guardArchive } from '../../../../../src/features/formats/archive/guardArchive.js';

const limits = { ...archiveLimits, totalBytes: 1000, memberBytes: 800, ratio: 10, ratioFromBytes: 100 };

function member(changes: Partial<ArchiveMember> = {}): ArchiveMember {
  return {
    path: 'a.json',
    isFolder: false,
    sizeBytes: 50,
    packedBytes: 20,
    crc32: 0,
    offset: 0,
    isEncrypted: false,
    method: 8,
    unixMode: 0o100644,
    pathFault: undefined,
    ...changes,
  };
}

function faults(...members: ArchiveMember[]): string[] {
  return guardArchive(members, 10_000, limits).map(({ code, message }) => {
    expect(code).toBe('ARCHIVE_REFUSED');
    return message;
  });
}

describe('guardArchive', () => {
  it('lets files and folders pass', () => {
    const inner = member({
      path: 'folder/',
      isFolder: true,
      unixMode: 0o040755,
      sizeBytes: 0,
      packedBytes: 0,
      offset: 100,
    });
    expect(faults(member(), inner, member({ path: 'b.json', unixMode: 0, offset: 200 }))).toEqual([]);
  });

  it.each<[string, Partial<ArchiveMember>, string]>([
    ['that is too large', { sizeBytes: 801, packedBytes: 500 }, '801 bytes, more than the 800 bytes'],
    ['that grows too much', { sizeBytes: 500, packedBytes: 20 }, 'a compression ratio of 25, more than the 10'],
    ['that grows out of nothing', { sizeBytes: 500, packedBytes: 0 }, 'a compression ratio of 500'],
    ['that is encrypted', { isEncrypted: true }, 'is encrypted'],
    ['that is a link', { unixMode: 0o120777 }, 'is a symbolic link'],
    ['that is a device', { unixMode: 0o060644 }, 'neither a file nor a folder'],
    ['that is a file with the path of a folder', { path: 'a/', isFolder: true }, 'is both a file and a folder'],
    ['that is an archive', { path: 'inner.ZIP' }, 'is an archive itself'],
    ['that is a packed tape archive', { path: 'inner.tar.gz' }, 'is an archive itself'],
    ['of another method', { method: 14 }, 'compressed with the method 14'],
    ['that is stored with two sizes', { method: 0, sizeBytes: 30 }, 'states a different uncompressed size'],
    [
      'with a bad path',
      { path: '../a.json', pathFault: 'invalid relative path' },
      'a path that is not allowed (invalid relative path)',
    ],
    ['that reaches beyond the end', { packedBytes: 9999 }, 'extends beyond its end'],
  ])('refuses a member %s', (_, changes, message) => {
    expect(faults(member(changes))).toEqual([expect.stringContaining(message)]);
  });

  it('refuses members of one name, members that share bytes, and too much of all', () => {
    expect(faults(member(), member({ offset: 100 }))).toEqual([expect.stringContaining('more than once')]);
    expect(faults(member({ path: 'e\u0301' }), member({ path: '\u00e9', offset: 100 }))).toHaveLength(1);
    expect(faults(member(), member({ path: 'b.json', offset: 30 }))).toEqual([
      'The member "a.json" of the archive shares bytes with "b.json"; nothing was unpacked.',
    ]);
    const large = { sizeBytes: 600, packedBytes: 500 };
    expect(faults(member(large), member({ ...large, path: 'b.json', offset: 600 }))).toEqual([
      expect.stringContaining('1200 bytes, more than the 1000 bytes'),
    ]);
  });

  it('lets links and archives pass that lie beside a folder for Git, and archives in it', () => {
    const manifest = member({ path: 'repository/config/waybill.json' });
    const link = member({ path: 'repository/latest', unixMode: 0o120777, offset: 100 });
    const inner = ['wrapper.jar', 'config/all.zip'].map((path, at) =>
      member({ path: `repository/${path}`, offset: 200 + at * 100 }),
    );
    expect(faults(manifest, link, ...inner)).toEqual([]);
    expect(faults(manifest, { ...link, path: 'repository/config/link.json' }, ...inner)).toEqual([
      expect.stringContaining('is a symbolic link'),
    ]);
  });

  it('tells all faults at once, up to a bound', () => {
    const members = Array.from({ length: 50 }, (_, place) => member({ path: `${place}.zip`, offset: place * 100 }));
    expect(faults(...members)).toHaveLength(20);
  });
});
