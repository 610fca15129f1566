create table cogo.routing_policies (
  policy_id bigint generated always as identity primary key,
  tenant_id uuid not null,
  name text not null,
  version integer not null,
  algorithm text not null,
  body jsonb not null,
  body_sha256 bytea not null,
  state text not null default 'draft',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  live_at timestamptz,
  constraint a_version_of_a_policy_is_made_once unique (tenant_id, name, version),
  constraint name_is_a_word check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  constraint version_is_positive check (version >= 1),
  constraint algorithm_is_known check (algorithm in ('v1', 'v2')),
  constraint body_is_an_object check (jsonb_typeof(body) = 'object'),
  constraint state_is_known check (state in ('draft', 'shadow', 'canary', 'live', 'retired')),
  constraint live_says_since_when check (state <> 'live' or live_at is not null)
);

create unique index a_tenant_has_one_live_policy on cogo.routing_policies (tenant_id) where state = 'live';
create index routing_policies_serving_idx on cogo.routing_policies (tenant_id) where state in ('canary', 'live');
create unique index a_tenant_has_one_canary on cogo.routing_policies (tenant_id) where state = 'canary';

comment on table cogo.routing_policies is
  'How models are chosen for a tenant. A version never changes; another body is another version. Tenants without a live one use the default tenant''s.';
comment on column cogo.routing_policies.algorithm is 'v1: the cheapest that is healthy, deterministic. v2: the odds of docs/specs/ROUTER_V2.md.';
comment on column cogo.routing_policies.body is 'Every field is there: what was left out got its default when the version was made.';
comment on column cogo.routing_policies.state is
  'draft: not used. shadow: compared over logged decisions. canary: serves its share. live: serves. retired: served once, or never.';
comment on column cogo.routing_policies.live_at is 'When it became live last.';
comment on column cogo.routing_policies.version is 'Grows with each body; the decision names it by policy_id.';

alter table cogo.routing_policies enable row level security;
