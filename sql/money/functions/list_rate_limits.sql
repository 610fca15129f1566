create function cogo.list_rate_limits()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(to_jsonb(known) - 'subject' order by known.subject, known.unit), '[]')
    from (select * from cogo.rate_limits as listed order by listed.subject, listed.unit limit 1000) as known
  );
end;
$$;

comment on function cogo.list_rate_limits() is 'All rate limits, at most 1000.';

revoke execute on function cogo.list_rate_limits() from public;
grant execute on function cogo.list_rate_limits() to service_role;
