import { DownloadSigner } from '../../../../src/features/access/index.js';
import { superuserSession } from '../../../support/sessions.js';

const fileId = '01a1ffc8-0000-7000-8000-000000000001';
const tokenId = '01a1ffc8-0000-7000-8000-000000000009';
const session = { ...superuserSession(), isSuperuser: false, shown: { tokenId } };
const start = Date.parse('2026-11-21T12:00:00Z');

function signerAt(milliseconds: number, key = 'key'): DownloadSigner {
  return new DownloadSigner(key, { now: () => new Date(milliseconds).toISOString() });
}

const signed = () => Object.fromEntries(new URLSearchParams(signerAt(start).sign(fileId, session)));

describe('a signed address', () => {
  it('says for whom it was signed, and with what token', () => {
    expect(signerAt(start).signatoryOf(fileId, signed())).toEqual({ principalId: session.actor.id, tokenId });
  });

  it('ends with the access token of an identity provider that was shown', () => {
    const shown = { endsAt: new Date(start + 60_000).toISOString() };
    const query = Object.fromEntries(new URLSearchParams(signerAt(start).sign(fileId, { ...session, shown })));
    expect(signerAt(start + 59_000).signatoryOf(fileId, query)).toEqual({ principalId: session.actor.id });
    expect(signerAt(start + 60_000).signatoryOf(fileId, query)).toBeUndefined();
  });

  it('holds for a quarter of an hour', () => {
    const minutes = (count: number) => signerAt(start + count * 60_000).signatoryOf(fileId, signed());
    expect(minutes(14)).toBeDefined();
    expect(minutes(15)).toBeUndefined();
  });

  it.each([
    ['another file', { file: '01a1ffc8-0000-7000-8000-000000000002' }],
    ['another principal', { by: '01a1ffc8-0000-7000-8000-000000000003' }],
    ['a later end', { until: String(start / 1000 + 9999) }],
    ['another token', { token: '01a1ffc8-0000-7000-8000-000000000008' }],
    ['no token', { token: undefined }],
    ['another signature', { signature: 'AAAA' }],
    ['a signature twice', { signature: ['AAAA', 'AAAA'] }],
    ['an end that is no number', { until: '1e99' }],
  ])('does not hold for %s', (_what, { file = fileId, ...change }: Record<string, unknown>) => {
    expect(signerAt(start).signatoryOf(file as string, { ...signed(), ...change })).toBeUndefined();
  });

  it('does not hold on a server with another key', () => {
    expect(signerAt(start, 'another key').signatoryOf(fileId, signed())).toBeUndefined();
  });
});
