create function api.record_http(flush_id uuid, counts jsonb)
returns boolean
language plpgsql
set search_path = ''
as $$
begin
  return cogo.record_http(record_http.flush_id, record_http.counts);
end;
$$;

comment on function api.record_http(uuid, jsonb) is
  'For functions: what was answered since the last flush [{function, route, status, bins, bin_counts, places, ms}]. A repeated flush_id counts once, and answers false. Errors: bad_argument (400).';

revoke execute on function api.record_http(uuid, jsonb) from public;
grant execute on function api.record_http(uuid, jsonb) to service_role;
