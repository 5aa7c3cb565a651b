import type { Problems } from './problemState.js';

/** What the operations on principals, tokens and roles give. */
export interface AccessResults {
  Me: {
    me: {
      id: string;
      name: string;
      isSuperuser: boolean;
      memberships: { project: { id: string; key: string }; role: string }[];
    };
  };
  CreateToken: {
    createToken: {
      token: { id: string; name: string; isSuperuser: boolean; expiresAt: string | null } | null;
      secret: string | null;
    } & Problems;
  };
  RevokeToken: { revokeToken: { revokedId: string | null } & Problems };
  GrantRole: {
    grantRole: {
      membership: { project: { id: string }; principal: { id: string; name: string }; role: string } | null;
    } & Problems;
  };
  RevokeRole: { revokeRole: { project: { id: string } | null } & Problems };
}
