import { errorProblem, type Problem } from '../../shared/problem.js';

export function principalNotFound(field: string): Problem {
  return errorProblem('NOT_FOUND', 'There is no principal with this id.', {
    path: ['input', field],
    fix: 'Look for it with the query "principals".',
  });
}

export function nameMissing(): Problem {
  return errorProblem('NAME_INVALID', 'A name has 1 to 200 characters and no control characters.', {
    path: ['input', 'name'],
    fix: 'Say what it is for.',
  });
}

export function groupTaken(claim: string): Problem {
  return errorProblem('NAME_TAKEN', `There is a group for the claim "${claim}" already.`, {
    path: ['input', 'claim'],
    fix: 'Use that one, or choose another claim.',
  });
}

export function expiryPast(): Problem {
  return errorProblem('EXPIRY_INVALID', 'The token would have ended already.', {
    path: ['input', 'expiresAt'],
    fix: 'Choose a time that is still to come.',
  });
}

/** A token that ends would give its principal another one that goes on. */
export function outlivesMaker(endsAt: string): Problem {
  return errorProblem('EXPIRY_INVALID', `Your own token ends at ${endsAt}, and can't make one for you that goes on.`, {
    path: ['input', 'expiresAt'],
    fix: 'Choose a time before that, or ask a superuser for a new token.',
  });
}

export function superuserForbidden(): Problem {
  return errorProblem('FORBIDDEN', 'Only a superuser makes a token with the rights of one, and only for a superuser.', {
    path: ['input', 'isSuperuser'],
    fix: 'Leave it out, or make the principal a superuser first.',
  });
}

export function groupHasNoToken(): Problem {
  return errorProblem('PRINCIPAL_UNFIT', 'A group has no tokens; its members have.', {
    path: ['input', 'principalId'],
    fix: 'Make a token for a user or a service account.',
  });
}

export function notAGroup(): Problem {
  return errorProblem('PRINCIPAL_UNFIT', 'Only a group has members.', { path: ['input', 'groupId'] });
}

export function groupInGroup(): Problem {
  return errorProblem('PRINCIPAL_UNFIT', 'A group is not a member of another.', { path: ['input', 'principalId'] });
}

export function lastSuperuser(): Problem {
  return errorProblem('LAST_SUPERUSER', 'Nobody else is a superuser; then nobody could do everything any more.', {
    path: ['input', 'principalId'],
    fix: 'Make somebody else a superuser first.',
  });
}

export function noRole(): Problem {
  return errorProblem('NOT_FOUND', 'The principal has no role of its own in this project.', {
    path: ['input', 'principalId'],
    fix: 'If it has one through a group, take that of the group back.',
  });
}
