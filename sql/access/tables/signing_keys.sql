create table cogo.signing_keys (
  kid text primary key,
  alg text not null,
  public_jwk jsonb not null,
  state text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint signing_state_is_known check (state in ('standby', 'in_use', 'previous', 'retired')),
  constraint signing_algorithm_is_es256 check (alg = 'ES256'),
  constraint signing_key_is_public check (not public_jwk ?| array['d', 'k'])
);

create unique index one_signing_key_is_in_use on cogo.signing_keys ((true)) where state = 'in_use';

comment on table cogo.signing_keys is
  'Which key signs the tokens of agents. standby: published, so that verifiers learn it; in_use: signs; previous: its tokens still hold; retired: published no more. The private half is never here.';
comment on column cogo.signing_keys.alg is 'ES256.';
comment on column cogo.signing_keys.kid is 'Names it in the header of each token.';
comment on column cogo.signing_keys.public_jwk is 'The public half, as a JSON Web Key: what the JWKS shows.';

alter table cogo.signing_keys enable row level security;
