import type { IncomingMessage } from 'node:http';
import express from 'express';
import { clientOf, trustProxies } from '../../../src/app/clientOf.js';

const trusts = trustProxies(express(), ['10.0.0.0/8', '::1']);
const requestFrom = (remoteAddress: string, headers: Record<string, string>) =>
  ({ socket: { remoteAddress }, headers: { host: 'waybill.internal:4000', ...headers } }) as unknown as IncomingMessage;

describe('who sent a request', () => {
  it.each([
    { what: 'is who opened the connection', from: '192.0.2.1', passedOn: '', is: '192.0.2.1' },
    { what: 'is not what a stranger claims', from: '192.0.2.1', passedOn: '198.51.100.7', is: '192.0.2.1' },
    { what: 'is what a trusted proxy says', from: '10.0.0.1', passedOn: '198.51.100.7', is: '198.51.100.7' },
    { what: 'is a trusted proxy that says nothing', from: '10.0.0.1', passedOn: '', is: '10.0.0.1' },
    { what: 'is told through several', from: '::1', passedOn: '198.51.100.7, 10.0.0.2', is: '198.51.100.7' },
    { what: 'ends where trust does', from: '10.0.0.1', passedOn: '203.0.113.9, 198.51.100.7', is: '198.51.100.7' },
    { what: 'is the proxy when it names no address', from: '10.0.0.1', passedOn: 'unknown', is: '10.0.0.1' },
    { what: 'is told over IPv6 as well', from: '::ffff:10.0.0.1', passedOn: '198.51.100.7', is: '198.51.100.7' },
  ])('$what', ({ from, passedOn, is }) => {
    expect(clientOf(requestFrom(from, { 'x-forwarded-for': passedOn }), trusts).address).toBe(is);
  });

  it('called the host and protocol that a trusted proxy names, and no other', () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'waybill.example' };
    expect(clientOf(requestFrom('10.0.0.1', headers), trusts)).toMatchObject({
      protocol: 'https',
      host: 'waybill.example',
    });
    expect(clientOf(requestFrom('192.0.2.1', headers), trusts)).toMatchObject({
      protocol: 'http',
      host: 'waybill.internal:4000',
    });
  });
});
