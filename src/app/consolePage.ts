/** The page of the console: the same for each of its addresses, but for the way back to where the server is. */
import { randomBytes } from 'node:crypto';

/** An `index.html` for one answer. */
export interface ConsolePage {
  html: string;
  /** The Content-Security-Policy that goes with it. */
  policy: string;
}

/**
 * Completes the built `index.html`. `<base>` leads from the path of the request to the root of the console, so that its relative addresses
 * are right below any path of a proxy. The nonce is for style elements of libraries (CodeMirror, React Aria), which read it from the `meta`
 * element. It is new for each answer: the page can't be revalidated, and is small.
 */
export function completePage(builtHtml: string, path: string): ConsolePage {
  const nonce = randomBytes(16).toString('base64');
  const withoutBase = builtHtml.replace(/<base [^<>]*>/i, '');
  const additions = `<base href="${wayUp(path)}"><meta property="csp-nonce" nonce="${nonce}">`;
  const html = withoutBase.replace(/<head>/i, (head) => head + additions);
  return { html, policy: policyWith(`'nonce-${nonce}'`) };
}

/** The relative address of the console's root, seen from a path: `./` from `/` and `/a`, `../` from `/a/b`. */
export function wayUp(path: string): string {
  const depth = path.split('/').length - 2;
  return depth <= 0 ? './' : '../'.repeat(depth);
}

/** Nothing is loaded from elsewhere, no script or style stands in the page, and no other page shows it in a frame. */
function policyWith(styleSource: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styleSource}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
