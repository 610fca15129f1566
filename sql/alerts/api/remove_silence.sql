create function api.remove_silence(silence_id bigint, by text)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.remove_silence(remove_silence.silence_id, remove_silence.by);
end;
$$;

comment on function api.remove_silence(bigint, text) is
  'Ends a silence now; the next round tells so. Answers whether it still lasted. For operators. Errors: bad_argument (400).';

revoke execute on function api.remove_silence(bigint, text) from public;
grant execute on function api.remove_silence(bigint, text) to service_role;
