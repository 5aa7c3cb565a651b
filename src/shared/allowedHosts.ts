/** A host that the server may call. Without a port, the default port of the scheme: 80 for http, 443 for https. */
export interface AllowedHost {
  /** In the form of `URL`: lower case, IPv6 in brackets. */
  hostname: string;
  port: string | undefined;
}

const hostAndPort = /^(\[[0-9a-f:.]+\]|[^[\]:/?#@\\\s]+)(?::(\d{1,5}))?$/i;
const hostnameForm = /^(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)$/;
const highestPort = 65_535;

/** Reads `host` or `host:port`; undefined for anything else, such as a pattern or an address with a path. */
export function parseAllowedHost(text: string): AllowedHost | undefined {
  const [, host = '', port] = hostAndPort.exec(text) ?? [];
  if (!URL.canParse(`http://${host}`)) return undefined;
  const { hostname } = new URL(`http://${host}`);
  if (!hostnameForm.test(hostname)) return undefined;
  if (port === undefined) return { hostname, port };
  const number = Number(port);
  return number >= 1 && number <= highestPort ? { hostname, port: String(number) } : undefined;
}

/** Whether an address of http or https leads to one of the hosts. */
export function isAllowedHost({ hostname, port, protocol }: URL, hosts: readonly AllowedHost[]): boolean {
  const ownPort = protocol === 'https:' ? '443' : '80';
  const calledPort = port === '' ? ownPort : port;
  return hosts.some((host) => host.hostname === hostname && (host.port ?? ownPort) === calledPort);
}
