create table cogo.oidc_trusts (
  trust_id uuid primary key,
  agent_id uuid not null references cogo.agents,
  issuer text not null,
  audience text not null,
  subject text not null,
  jwks_url text not null,
  created_at timestamptz not null,
  constraint a_trust_is_given_once unique (agent_id, issuer, audience, subject),
  constraint issuer_is_an_address check (issuer ~ '^(https://|http://(127\.0\.0\.1|localhost)[:/])' and length(issuer) <= 300),
  constraint subject_has_1_to_300_characters check (length(subject) between 1 and 300),
  constraint subject_has_at_most_4_stars check (length(subject) - length(replace(subject, '*', '')) <= 4)
);

create index oidc_trusts_issuer_idx on cogo.oidc_trusts (issuer);

comment on table cogo.oidc_trusts is
  'Whose tokens stand for an agent: such as GitHub''s for a workflow of one repository. Nothing has to be kept as a secret there.';
comment on column cogo.oidc_trusts.subject is 'What sub must be; * stands for anything, such as repo:octo/app:ref:refs/heads/*.';
comment on column cogo.oidc_trusts.issuer is 'Who signs: what iss must be.';
comment on column cogo.oidc_trusts.jwks_url is 'Where the public keys of the issuer are.';
comment on column cogo.oidc_trusts.audience is 'What aud must be or hold.';

alter table cogo.oidc_trusts enable row level security;
