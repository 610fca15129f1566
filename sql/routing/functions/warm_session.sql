create function cogo.warm_session(context jsonb, model_id bigint, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  insert into cogo.route_sessions as session (session_key, model_id, prefix_hash, used_at)
  values ((context ->> 'session')::uuid, warm_session.model_id, context ->> 'prefix_hash', warm_session.at)
  on conflict (session_key) do update
    set model_id = excluded.model_id, prefix_hash = excluded.prefix_hash, used_at = excluded.used_at
    where session.model_id <> excluded.model_id or session.prefix_hash is distinct from excluded.prefix_hash
      or session.used_at < excluded.used_at - interval '30 seconds';
end;
$$;

comment on function cogo.warm_session(jsonb, bigint, timestamptz) is 'Keeps which model a session speaks to, for the next turn.';

revoke execute on function cogo.warm_session(jsonb, bigint, timestamptz) from public;
