import { errorProblem, type Problem } from '../../shared/problem.js';

const urlPath = ['input', 'callbackUrl'];
const keyPath = ['input', 'callbackKey'];

/** These messages do not contain the URL, because it may contain credentials of the receiver. */
export function noAddress(): Problem {
  return errorProblem('CALLBACK_INVALID', 'The callbackUrl is not a URL that starts with http:// or https://.', {
    path: urlPath,
    fix: 'Use a complete URL, for example https://hooks.example.org/waybill.',
  });
}

export function addressTooLong(length: number, limit: number): Problem {
  return errorProblem('CALLBACK_INVALID', `The callbackUrl has ${length} characters, more than the ${limit} allowed.`, {
    path: urlPath,
    fix: 'Use a shorter URL, and identify callbacks with callbackKey.',
  });
}

export function addressWithCredentials(): Problem {
  return errorProblem('CALLBACK_INVALID', 'The callbackUrl contains a user name or a password, which is not sent.', {
    path: urlPath,
    fix: 'Remove the part before the @. A receiver identifies this server by the signature of the callback.',
  });
}

export function noCallbacks(host: string): Problem {
  return errorProblem('CALLBACK_NOT_ALLOWED', 'This server sends no callbacks, because no host is allowed.', {
    path: urlPath,
    fix: `Start the server with WAYBILL_CALLBACK_HOSTS=${host} and a WAYBILL_CALLBACK_SECRET, or omit callbackUrl and follow the task.`,
  });
}

export function hostNotAllowed(host: string): Problem {
  return errorProblem('CALLBACK_NOT_ALLOWED', `This server does not allow callbacks to "${host}".`, {
    path: urlPath,
    fix: `Add ${host} to the setting WAYBILL_CALLBACK_HOSTS of the server, or use the URL of an allowed host.`,
  });
}

export function keyTooLong(length: number, limit: number): Problem {
  return errorProblem('CALLBACK_INVALID', `The callbackKey has ${length} characters, more than the ${limit} allowed.`, {
    path: keyPath,
    fix: 'Use a shorter key.',
  });
}

export function unstorableKey(fault: string): Problem {
  return errorProblem('CHARACTER_NOT_ALLOWED', `The callbackKey contains ${fault}, which cannot be stored.`, {
    path: keyPath,
    fix: 'Remove the character.',
  });
}

export function keyWithoutAddress(): Problem {
  return errorProblem('CALLBACK_INVALID', 'A callbackKey requires a callbackUrl.', {
    path: keyPath,
    fix: 'Add a callbackUrl, or omit the key.',
  });
}
