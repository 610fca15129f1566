create function cogo.base_url_problem(base_url text, allowed_hosts text[])
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  -- Scheme, host, port, path. Nothing else has a place: no userinfo, query, fragment, backslash, escape or line break.
  part text[] := regexp_match(base_url_problem.base_url, '^(https?)://(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::([0-9]{1,5}))?((?:/[A-Za-z0-9._~-]+)*)/?$');
  problem text := cogo.host_problem(part[2]);
begin
  return case
    when part is null then 'it must read https://host[:port][/path], the host in lower case, without user, query, fragment or escapes'
    when problem is not null then problem
    when part[1] = 'http' and part[2] not in ('localhost', '127.0.0.1', '[::1]') then 'http is for the loopback alone; use https'
    when part[3] is not null and part[3]::integer not between 1 and 65535 then 'a port is a number from 1 to 65535'
    when part[4] ~ '/\.\.?(/|$)' then 'a path without . and .. segments is needed'
    when not part[2] = any (base_url_problem.allowed_hosts) then format('allowed_hosts does not hold its host %s', part[2])
  end;
end;
$$;

comment on function cogo.base_url_problem(text, text[]) is
  'Why keys may not be sent to this address; null = they may.';

revoke execute on function cogo.base_url_problem(text, text[]) from public;
