create table cogo.kek_registry (
  kek_id text primary key,
  state text not null,
  check_value text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint kek_id_is_a_word check (kek_id ~ '^[a-z0-9_]{1,32}$'),
  constraint kek_state_is_known check (state in ('staged', 'active', 'retained', 'destroyed'))
);

create unique index one_active_kek on cogo.kek_registry (state) where state = 'active';
create unique index one_retained_kek on cogo.kek_registry (state) where state = 'retained';

comment on table cogo.kek_registry is
  'The key-encryption keys by name. No key material: that is in the function''s secrets as KEK_<kek_id>.';
comment on column cogo.kek_registry.state is
  'staged: known, wraps nothing yet. active: wraps what is written. retained: opens old wraps until they are rewrapped. destroyed: gone.';
comment on column cogo.kek_registry.check_value is 'Tells a wrong KEK under a right name; says nothing about the KEK.';

alter table cogo.kek_registry enable row level security;
