import { errorProblem, type Problem } from '../../shared/problem.js';

export function principalNotFound(field: string): Problem {
  return errorProblem('NOT_FOUND', 'There is no principal with this id.', {
    path: ['input', field],
    fix: 'Find the id with the query "principals".',
  });
}

export function nameMissing(): Problem {
  return errorProblem('NAME_INVALID', 'A name must have 1 to 200 characters and no control characters.', {
    path: ['input', 'name'],
    fix: 'Give the token or group a name.',
  });
}

export function groupTaken(claim: string): Problem {
  return errorProblem('NAME_TAKEN', `A group for the claim "${claim}" already exists.`, {
    path: ['input', 'claim'],
    fix: 'Use the existing group, or choose another claim.',
  });
}

export function expiryPast(): Problem {
  return errorProblem('EXPIRY_INVALID', 'The token would already be expired.', {
    path: ['input', 'expiresAt'],
    fix: 'Choose a time in the future.',
  });
}

/** A token with an expiry time must not create a later one for its own principal. */
export function outlivesMaker(endsAt: string): Problem {
  return errorProblem(
    'EXPIRY_INVALID',
    `Your own token expires at ${endsAt}. A token that you create for yourself cannot expire later.`,
    {
      path: ['input', 'expiresAt'],
      fix: 'Choose an earlier time, or ask a superuser for a new token.',
    },
  );
}

export function superuserForbidden(): Problem {
  return errorProblem(
    'FORBIDDEN',
    'Only a superuser can create a token with superuser rights, and only for a superuser.',
    {
      path: ['input', 'isSuperuser'],
      fix: 'Omit isSuperuser, or make the principal a superuser first.',
    },
  );
}

export function groupHasNoToken(): Problem {
  return errorProblem('PRINCIPAL_UNFIT', 'A group cannot have tokens.', {
    path: ['input', 'principalId'],
    fix: 'Create a token for a user or a service account.',
  });
}

export function notAGroup(): Problem {
  return errorProblem('PRINCIPAL_UNFIT', 'Only a group has members.', { path: ['input', 'groupId'] });
}

export function groupInGroup(): Problem {
  return errorProblem('PRINCIPAL_UNFIT', 'A group cannot be a member of another group.', {
    path: ['input', 'principalId'],
  });
}

export function lastSuperuser(): Problem {
  return errorProblem('LAST_SUPERUSER', 'This is the last superuser. There must be at least one.', {
    path: ['input', 'principalId'],
    fix: 'Make another principal a superuser first.',
  });
}

export function noRole(): Problem {
  return errorProblem('NOT_FOUND', 'The principal has no role of its own in this project.', {
    path: ['input', 'principalId'],
    fix: 'If it has a role through a group, revoke the role of the group.',
  });
}
