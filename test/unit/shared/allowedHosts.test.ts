import { isAllowedHost, parseAllowedHost, type AllowedHost } from '../../../src/shared/allowedHosts.js';

const hosts = (...texts: string[]): AllowedHost[] => texts.map((text) => parseAllowedHost(text)!);

describe('an allowed host', () => {
  it.each([
    ['hooks.example', 'https://hooks.example/a?b'],
    ['hooks.example', 'http://hooks.example/'],
    ['HOOKS.example', 'https://hooks.EXAMPLE/'],
    ['hooks.example:443', 'https://hooks.example/'],
    ['hooks.example:0080', 'http://hooks.example/'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['hooks.example:1', 'http://hooks.example:1/'],
    ['hooks.example:65535', 'http://hooks.example:65535/'],
    ['127.0.0.1', 'http://2130706433/'],
    ['[::1]:8080', 'http://[0:0:0:0:0:0:0:1]:8080/'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
  ])('that is %s lets %s pass', (host, address) => {
    expect(isAllowedHost(new URL(address), hosts('other.example', host))).toBe(true);
  });

  it.each([
    ['hooks.example', 'https://hooks.example:8443/'],
    ['hooks.example', 'http://hooks.example:443/'],
    ['hooks.example:443', 'http://hooks.example/'],
    ['hooks.example', 'https://hooks.example.evil/'],
    ['hooks.example', 'https://sub.hooks.example/'],
    ['hooks.example', 'https://evil/hooks.example'],
    ['hooks.example', 'https://evil\\@hooks.example/'],
    ['127.0.0.1:8080', 'http://localhost:8080/'],
  ])('that is %s does not let %s pass', (host, address) => {
    expect(isAllowedHost(new URL(address), hosts(host))).toBe(false);
  });

  it('is needed: where there is none, nothing passes', () => {
    expect(isAllowedHost(new URL('http://127.0.0.1/'), [])).toBe(false);
  });

  it.each([
    '',
    '*',
    '*.example',
    'http://a',
    'a/b',
    'user@a',
    'a b',
    'a:',
    'a:0',
    'a:65536',
    'a:80:80',
    '[::1',
    '[zz]',
  ])('is not made of %j', (text) => {
    expect(parseAllowedHost(text)).toBeUndefined();
  });
});
