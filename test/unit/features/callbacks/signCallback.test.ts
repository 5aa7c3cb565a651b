import { signCallback } from '../../../../src/features/callbacks/signCallback.js';

const now = '2026-11-21T10:00:00.999Z';

describe('the signature of a callback', () => {
  // The digest was made with: printf '1795255200.{"a":1}' | openssl dgst -sha256 -hmac secret
  it('is the HMAC-SHA256 of the time in seconds, a full stop and the body', () => {
    expect(signCallback('{"a":1}', { secret: 'secret', now })).toEqual({
      'waybill-timestamp': '1795255200',
      'waybill-signature': 'sha256=7e845be3eeb9678990053bf8835d430b263001de1b60a0bcd04cc3c71b47d72a',
    });
  });

  it.each([
    ['the body', '{"a":2}', { secret: 'secret', now }],
    ['the secret', '{"a":1}', { secret: 'Secret', now }],
    ['the second', '{"a":1}', { secret: 'secret', now: '2026-11-21T10:00:01.000Z' }],
  ])('is another one when %s is another', (_what, body, options) => {
    const signature = signCallback('{"a":1}', { secret: 'secret', now })['waybill-signature'];
    expect(signCallback(body, options)['waybill-signature']).not.toBe(signature);
  });

  it('covers letters beyond ASCII as the bytes of UTF-8 that are sent', () => {
    // printf '1795255200."é"' | openssl dgst -sha256 -hmac secret
    expect(signCallback('"é"', { secret: 'secret', now })['waybill-signature']).toBe(
      'sha256=4e9c3d631119c5cca7bae87c9e795731941e57127f9b2ad6aa5adc7591eaf971',
    );
  });
});
