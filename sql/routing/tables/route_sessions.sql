create table cogo.route_sessions (
  session_key uuid primary key,
  model_id bigint not null,
  prefix_hash text,
  used_at timestamptz not null
) with (fillfactor = 70);

comment on table cogo.route_sessions is 'The model whose prompt cache is warm for a session of an agent. Kept for a day.';
comment on column cogo.route_sessions.session_key is 'Of tenant, agent and session: two agents never share one.';
comment on column cogo.route_sessions.used_at is 'To the half minute.';

alter table cogo.route_sessions enable row level security;
