create table cogo.offboardings (
  tenant_id uuid primary key references cogo.tenants (tenant_id),
  started_at timestamptz not null,
  erasable_at timestamptz not null,
  salt text not null,
  nobody uuid not null,
  ids uuid[] not null,
  walk text not null default 'workflows',
  walk_after bigint not null default 0,
  walk_began_at timestamptz,
  walk_found boolean not null default false,
  ended_at timestamptz,
  exported text[] not null default '{}',
  erasing_since timestamptz,
  export_sha256 text,
  step integer not null default 1,
  after jsonb,
  pass_found boolean not null default false,
  counts jsonb not null default '{}',
  constraint what_is_walked_is_known check (walk in ('workflows', 'jobs')),
  constraint nothing_is_erased_before_work_ended check (erasing_since is null or ended_at is not null),
  constraint export_digest_is_lower_case_hex check (export_sha256 ~ '^[0-9a-f]{64}$'),
  constraint counts_are_an_object check (jsonb_typeof(counts) = 'object')
) with (fillfactor = 50);

comment on table cogo.offboardings is
  'Tenants that are leaving: how far their work has ended, what was exported, how far they are erased. The row goes with the tenant''s last rows.';
comment on column cogo.offboardings.erasable_at is 'From when on no token that was given out before the start can be in use any more.';
comment on column cogo.offboardings.salt is 'Hashed with the tenant_id it gives the proof''s number; whoever asked keeps it, it goes with the row.';
comment on column cogo.offboardings.nobody is 'Takes the place of the tenant''s ids in what operators were told. Random, kept nowhere else.';
comment on column cogo.offboardings.ids is 'What the scan looks for: the tenant, its agents, keys, credentials and hooks (cogo.tenant_ids).';
comment on column cogo.offboardings.walk is 'What is looked through for open work at present: workflows, then jobs.';
comment on column cogo.offboardings.walk_after is 'Up to which id.';
comment on column cogo.offboardings.walk_began_at is 'When the present way along both began.';
comment on column cogo.offboardings.walk_found is 'Whether it met open work.';
comment on column cogo.offboardings.ended_at is 'When a way that began after erasable_at had met none.';
comment on column cogo.offboardings.exported is 'Parts that were read to their end since ended_at.';
comment on column cogo.offboardings.erasing_since is 'When erasing began; from then on, and of this tenant alone, what is only appended to may be deleted.';
comment on column cogo.offboardings.export_sha256 is 'The digest of the export, as who took it told it; null = it was waived.';
comment on column cogo.offboardings.step is 'Which of cogo.tenant_parts is being erased.';
comment on column cogo.offboardings.after is 'The key up to which its table was walked; null = from the beginning.';
comment on column cogo.offboardings.pass_found is 'Whether the present pass over all parts met rows: the last one meets none.';
comment on column cogo.offboardings.counts is 'How many rows of each part are erased.';

alter table cogo.offboardings enable row level security;
