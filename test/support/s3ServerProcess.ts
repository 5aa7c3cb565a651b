/** A store of its own process, which all servers of one run of the tests use; it writes its address when it is ready. */
import { S3Server } from './s3Server.js';

const server = await new S3Server().start();
process.stdout.write(`${server.url}\n`);
