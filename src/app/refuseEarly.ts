import type { Response } from 'express';

/** So much of a body is read and thrown away, so that its sender gets to read the answer; more than that is cut off. */
const maxDrainedBytes = 1024 * 1024;

/** Answers a request before its body is read. */
export function refuseEarly(
  response: Response,
  status: number,
  { message, code }: { message: string; code: string },
): void {
  const { req: request } = response;
  const claimedBytes = Number(request.headers['content-length'] ?? 0);
  const isChunked = request.headers['transfer-encoding'] !== undefined;
  if (isChunked || claimedBytes > maxDrainedBytes) response.set('connection', 'close');
  else request.resume();
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
