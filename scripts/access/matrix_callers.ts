/** Somebody who calls, as a column of the access matrix. */
export interface MatrixCaller {
  readonly name: string;
  /** The role of Postgres that the gateway takes on. */
  readonly role: "anon" | "authenticated" | "service_role";
  /** What the token of such a caller claims when it knocks at a door that asks for `scope`. */
  claims(scope: string | null, world: MatrixWorld): Record<string, unknown>;
}

/** What the callers' tokens are made from. */
export interface MatrixWorld {
  /** Every scope that there is (cogo.scopes). */
  readonly scopes: readonly string[];
  /** The scopes of each role of members (cogo.role_scopes). */
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

const ids = {
  tenant: "0a000000-0000-4000-8000-00000000000a",
  other: "0b000000-0000-4000-8000-00000000000b",
  agent: "0a000000-0000-4000-8000-0000000000a1",
  stranger: "0b000000-0000-4000-8000-0000000000b1",
  revoked: "0a000000-0000-4000-8000-0000000000a2",
} as const;

/** Roles of members, from the least to the most. */
export const memberRoles = ["viewer", "fixer", "operator", "owner"] as const;

const memberId = (nth: number) => `0a000000-0000-4000-8000-0000000000e${nth + 1}`;

/** Lays the tenant, its members and the revocation that the callers stand for. */
export const layCallers = `
insert into cogo.tenants (tenant_id, name, created_at, changed_at)
values ('${ids.tenant}', 'matrix', cogo.now_(), cogo.now_());
insert into cogo.members (tenant_id, user_id, role, added_at, changed_at) values
${
  memberRoles.map((role, nth) =>
    `  ('${ids.tenant}', '${memberId(nth)}', '${role}', cogo.now_(), cogo.now_())`
  ).join(",\n")
};
insert into cogo.revocations (tenant_id, subject_id, kind, revoked_at)
values ('${ids.tenant}', '${ids.revoked}', 'agent', cogo.now_());`;

const agent = (tenant: string, id: string, scopes: readonly string[]) => ({
  role: "authenticated",
  aud: "authenticated",
  sub: id,
  tenant_id: tenant,
  agent_id: id,
  scopes,
});

const only = (scope: string | null) => scope === null ? [] : [scope];

/** The columns of the matrix, in the order of the page. */
export const matrixCallers: readonly MatrixCaller[] = [
  { name: "anon", role: "anon", claims: () => ({ role: "anon" }) },
  {
    name: "no tenant",
    role: "authenticated",
    claims: () => ({ role: "authenticated", aud: "authenticated", sub: memberId(8) }),
  },
  {
    name: "agent",
    role: "authenticated",
    claims: (scope) => agent(ids.tenant, ids.agent, only(scope)),
  },
  {
    name: "agent without it",
    role: "authenticated",
    claims: (scope, { scopes }) =>
      agent(ids.tenant, ids.agent, scopes.filter((one) => one !== scope)),
  },
  {
    name: "other tenant",
    role: "authenticated",
    claims: (scope) => agent(ids.other, ids.stranger, only(scope)),
  },
  {
    name: "revoked agent",
    role: "authenticated",
    claims: (scope) => agent(ids.tenant, ids.revoked, only(scope)),
  },
  ...memberRoles.map((role, nth): MatrixCaller => ({
    name: role,
    role: "authenticated",
    claims: (_scope, { roles }) => ({
      role: "authenticated",
      aud: "authenticated",
      sub: memberId(nth),
      tenant_id: ids.tenant,
      member_role: role,
      scopes: roles[role] ?? [],
    }),
  })),
  { name: "service_role", role: "service_role", claims: () => ({ role: "service_role" }) },
];
