import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describeInBrowser } from '../support/browserConsole.js';
import { castFunction } from '../support/fastDataRecords.js';
import { bundleOf } from '../support/importBundle.js';
import { ImportFlow } from '../support/importFlow.js';
import { startTestServer } from '../support/testServer.js';

const prefix = '/tools/waybill';

describeInBrowser('a person whose server is below a path of a proxy', (browser) => {
  it('signs in, reloads a screen, and sees what changes', async () => {
    let target = '';
    const proxy = await startProxy(() => target);
    const { port } = proxy.address() as AddressInfo;
    const publicUrl = `http://127.0.0.1:${port}${prefix}`;
    const server = await startTestServer({ settings: { WAYBILL_PUBLIC_URL: publicUrl } });
    target = server.url;
    try {
      const flow = new ImportFlow(server);
      const place = await flow.makeProject();
      const outside = Object.create(server, { url: { value: `http://127.0.0.1:${port}` } }) as typeof server;
      const page = await browser.visit(outside, `${prefix}/`);
      await page.getByLabel('Token').fill(server.token);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('link', { name: place.key }).click();
      await page.getByRole('heading', { name: 'Nothing on main yet' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`${prefix}/p/${place.key}/main`);
      await page.reload();
      await page.getByRole('heading', { name: 'Nothing on main yet' }).waitFor();
      await flow.import(bundleOf([castFunction('one')]), place);
      await page.getByRole('row', { name: 'one' }).waitFor();
      await page.close();
    } finally {
      await server.stop();
      proxy.closeAllConnections();
      proxy.close();
    }
  });
});

/** Takes the prefix off, as a proxy does, and passes everything on; sockets too. */
async function startProxy(targetOf: () => string): Promise<Server> {
  const onward = ({ url = '', method, headers }: IncomingMessage) => {
    const { hostname, port } = new URL(targetOf());
    return { hostname, port, path: url.slice(prefix.length), method, headers };
  };
  const proxy = createServer((asked, answer) => {
    const passed = request(onward(asked), (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  proxy.on('upgrade', (asked, socket) => {
    const { hostname, port, path } = onward(asked);
    const passed = connect(Number(port), hostname, () => {
      const lines = asked.rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('');
      passed.write(`GET ${path} HTTP/1.1\r\n${lines}\r\n`);
      passed.pipe(socket).pipe(passed);
    });
    for (const end of [passed, socket]) end.on('error', () => end.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return proxy;
}
