create function cogo.list_silences(with_ended boolean)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
begin
  return (
    select coalesce(jsonb_agg(cogo.silence_document(silence, at) order by silence.silence_id desc), '[]')
    from (
      select known.* from cogo.alert_silences as known
      where list_silences.with_ended or (known.ended_at is null and known.ends_at > at)
      order by known.silence_id desc limit 500
    ) as silence
  );
end;
$$;

comment on function cogo.list_silences(boolean) is 'The newest 500 silences that last, or also those that are over.';

revoke execute on function cogo.list_silences(boolean) from public;
grant execute on function cogo.list_silences(boolean) to service_role;
