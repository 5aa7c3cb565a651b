import { errorProblem, type Problem } from '../../shared/problem.js';

const urlPath = ['input', 'callbackUrl'];
const keyPath = ['input', 'callbackKey'];

/** The address is not repeated in these sentences: it may hold what the receiver knows its callers by. */
export function noAddress(): Problem {
  return errorProblem('CALLBACK_INVALID', 'The callbackUrl is not an address that starts with http:// or https://.', {
    path: urlPath,
    fix: 'Give a whole address, as in https://hooks.example.org/waybill.',
  });
}

export function addressTooLong(length: number, limit: number): Problem {
  return errorProblem('CALLBACK_INVALID', `The callbackUrl has ${length} characters, more than the ${limit} allowed.`, {
    path: urlPath,
    fix: 'Give a shorter address, and what tells callbacks apart as callbackKey.',
  });
}

export function addressWithCredentials(): Problem {
  return errorProblem('CALLBACK_INVALID', 'The callbackUrl holds a user name or a password, which is not sent.', {
    path: urlPath,
    fix: 'Remove what stands before the @; a receiver knows this server by the signature of the callback.',
  });
}

export function noCallbacks(host: string): Problem {
  return errorProblem('CALLBACK_NOT_ALLOWED', 'This server makes no callbacks, because no host is allowed.', {
    path: urlPath,
    fix: `Start the server with WAYBILL_CALLBACK_HOSTS=${host} and a WAYBILL_CALLBACK_SECRET, or leave callbackUrl out and follow the task.`,
  });
}

export function hostNotAllowed(host: string): Problem {
  return errorProblem('CALLBACK_NOT_ALLOWED', `This server makes no callbacks to "${host}".`, {
    path: urlPath,
    fix: `Add ${host} to the setting WAYBILL_CALLBACK_HOSTS of the server, or give an address of a host that it names.`,
  });
}

export function keyTooLong(length: number, limit: number): Problem {
  return errorProblem('CALLBACK_INVALID', `The callbackKey has ${length} characters, more than the ${limit} allowed.`, {
    path: keyPath,
    fix: 'Give a shorter key.',
  });
}

export function unstorableKey(fault: string): Problem {
  return errorProblem('CHARACTER_NOT_ALLOWED', `The callbackKey holds ${fault}, which can not be kept.`, {
    path: keyPath,
    fix: 'Remove the character.',
  });
}

export function keyWithoutAddress(): Problem {
  return errorProblem('CALLBACK_INVALID', 'There is a callbackKey and no callbackUrl, so that nobody would be told.', {
    path: keyPath,
    fix: 'Give a callbackUrl, or leave the key out.',
  });
}
