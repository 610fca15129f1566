create function cogo.remove_silence(silence_id bigint, removed_by text)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
begin
  if (length(trim(remove_silence.removed_by)) between 1 and 200) is not true then
    perform cogo.refuse_argument('by', 'it must have 1 to 200 characters');
  end if;
  -- The next round tells of its end.
  update cogo.alert_silences as known set ends_at = at, removed_by = trim(remove_silence.removed_by)
  where known.silence_id = remove_silence.silence_id and known.ended_at is null and known.ends_at > at;
  return found;
end;
$$;

comment on function cogo.remove_silence(bigint, text) is 'Ends a silence now. Answers whether it still lasted. Errors: bad_argument (400).';

revoke execute on function cogo.remove_silence(bigint, text) from public;
grant execute on function cogo.remove_silence(bigint, text) to service_role;
