create function cogo.drop_messages(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  keep integer := coalesce((select horizon.keep_messages_seconds from cogo.event_horizon as horizon), 604800);
  last_id bigint;
  dropped integer;
begin
  with old as (
    select oldest.id from (
      select message.id, message.ts from cogo.messages as message order by message.id limit drop_messages.row_limit
    ) as oldest
    where oldest.ts < drop_messages.at - make_interval(secs => keep)
  ),
  gone as (
    delete from cogo.messages as message using old where message.id = old.id returning message.id
  )
  select max(gone.id), count(*) into last_id, dropped from gone;
  if last_id is not null then
    update cogo.event_horizon as horizon set dropped_id = greatest(horizon.dropped_id, last_id);
  end if;

  with old as (
    select kept.hash from cogo.message_keys as kept where kept.expires_at < drop_messages.at
    limit drop_messages.row_limit for update skip locked
  )
  delete from cogo.message_keys as kept using old where kept.hash = old.hash;
  delete from cogo.requests as asked where asked.ctid = any(array(
    select old.ctid from cogo.requests as old
    where old.timed_out_at < drop_messages.at - make_interval(secs => keep)
    limit drop_messages.row_limit for update skip locked
  ));
  return dropped;
end;
$$;

comment on function cogo.drop_messages(timestamptz, integer) is
  'Drops published messages past their age (seven days unless cogo.event_horizon says otherwise), read or not, and old keys. Bounded; answers how many messages.';

revoke execute on function cogo.drop_messages(timestamptz, integer) from public;
