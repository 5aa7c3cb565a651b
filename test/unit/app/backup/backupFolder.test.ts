import { tmpdir } from 'node:os';
import { refuseNoRoom } from '../../../../src/app/backup/backupFolder.js';

describe('a backup that the disk has no room for', () => {
  it('is refused before it begins, with what it needs and what there is', async () => {
    await expect(refuseNoRoom(tmpdir(), 1)).resolves.toBeUndefined();
    const needed = 2 ** 60;
    await expect(refuseNoRoom(tmpdir(), needed)).rejects.toThrow(
      /^The backup needs about 1099511627776 MiB, and the disk of \S+ has \d+ MiB left\. Make room/,
    );
  });
});
