/**
 * A way to a port that can be cut: bytes neither arrive nor are refused, as when a cable is pulled. What was on its way arrives when it is
 * joined again. It needs no rights over the network of the machine.
 */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

export class Link {
  pairs = new Set();
  isCut = false;

  static async to(port) {
    const link = new Link();
    link.targetPort = port;
    link.server = createServer((near) => link.open(near)).listen(0, '127.0.0.1');
    await once(link.server, 'listening');
    link.port = link.server.address().port;
    return link;
  }

  cut() {
    this.isCut = true;
    for (const sides of this.pairs) for (const side of sides) side.unpipe().pause();
  }

  join() {
    this.isCut = false;
    for (const pair of this.pairs) this.flow(pair);
  }

  close() {
    this.server.close();
    for (const sides of this.pairs) for (const side of sides) side.destroy();
  }

  open(near) {
    const far = connect(this.targetPort, '127.0.0.1');
    const pair = [near, far];
    this.pairs.add(pair);
    for (const side of pair) {
      // The end of the connection follows.
      side.on('error', () => undefined);
      side.on('close', () => {
        if (!this.isCut) this.end(pair);
      });
    }
    if (!this.isCut) this.flow(pair);
  }

  flow(pair) {
    const [near, far] = pair;
    if (near.destroyed || far.destroyed) this.end(pair);
    else {
      near.pipe(far);
      far.pipe(near);
    }
  }

  end(pair) {
    this.pairs.delete(pair);
    for (const side of pair) side.destroy();
  }
}
