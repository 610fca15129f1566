create function cogo.host_problem(host text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case
    when host_problem.host is null then 'a host is missing'
    when host_problem.host in ('localhost', '127.0.0.1', '[::1]') then null
    when length(host_problem.host) > 253 or host_problem.host !~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$'
      then 'a host is a name in lower case, without port, wildcard or a dot at its end'
    -- What inet_aton reads as an address: 2130706433, 0x7f.1, 127.1, 0177.0.0.1.
    when host_problem.host ~ '(^|\.)(0x[0-9a-f]*|[0-9]+)$' then 'an address is no host; only 127.0.0.1 and [::1] are'
    when host_problem.host ~ '(^|\.)localhost$' then 'the loopback is called localhost'
    when host_problem.host = 'metadata.google.internal' then 'a metadata service serves no models'
  end;
end;
$$;

comment on function cogo.host_problem(text) is
  'Why keys may not be sent to this host; null = they may. Addresses are refused, for they have too many spellings.';

revoke execute on function cogo.host_problem(text) from public;
