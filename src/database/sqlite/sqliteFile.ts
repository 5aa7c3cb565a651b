import path from 'node:path';

/** The path in an address such as `sqlite:/var/lib/waybill/waybill.sqlite`. */
export function fileOf(url: string): string {
  return path.resolve(url.replace(/^sqlite:(\/\/)?/, ''));
}
