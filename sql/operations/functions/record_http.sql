create function cogo.record_http(flush_id uuid, counts jsonb)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  wrong text;
begin
  if record_http.flush_id is null then
    perform cogo.refuse_argument('flush_id', 'it must be a UUID, the same when a flush is repeated');
  end if;
  if jsonb_typeof(record_http.counts) is distinct from 'array' or jsonb_array_length(record_http.counts) > 500 then
    perform cogo.refuse_argument('counts', 'it must be a list of at most 500');
  end if;
  select line.place::text into wrong
  from jsonb_array_elements(record_http.counts) with ordinality as line (value, place)
  where cogo.is_http_line(line.value) is not true
  limit 1;
  if wrong is not null then
    perform cogo.refuse_argument('counts', format('number %s must be {function, route, status, bins, bin_counts, places, ms}', wrong));
  end if;
  insert into cogo.http_flushes (flush_id, at, counts)
  values (record_http.flush_id, cogo.now_(), record_http.counts)
  on conflict do nothing;
  return found;
end;
$$;

comment on function cogo.record_http(uuid, jsonb) is
  'Takes what a function counted of its answers since its last flush. Answers false when this flush was taken before. Errors: bad_argument (400).';

revoke execute on function cogo.record_http(uuid, jsonb) from public;
grant execute on function cogo.record_http(uuid, jsonb) to service_role;
