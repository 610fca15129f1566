create function cogo.check_provider(given cogo.llm_providers, place text)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  problem text := cogo.base_url_problem(given.base_url, given.allowed_hosts);
  host text;
  header record;
begin
  if problem is not null then
    perform cogo.refuse_argument(check_provider.place || '.base_url', problem);
  end if;
  foreach host in array given.allowed_hosts loop
    problem := cogo.host_problem(host);
    if problem is not null then
      perform cogo.refuse_argument(check_provider.place || '.allowed_hosts', problem);
    end if;
  end loop;
  if jsonb_typeof(given.static_headers) is distinct from 'object' then
    perform cogo.refuse_argument(check_provider.place || '.static_headers', 'it is an object of strings');
  end if;
  for header in select field.key as name, field.value from jsonb_each(given.static_headers) as field loop
    if header.name !~ '^[a-z0-9-]{1,64}$' or jsonb_typeof(header.value) <> 'string' or header.value #>> '{}' !~ '^[ -~]{1,250}$' then
      perform cogo.refuse_argument(check_provider.place || '.static_headers', 'a header is a name in lower case and one line of printable ASCII');
    elsif header.name ~ '^(authorization|proxy-.*|cookie|host|connection|content-length|transfer-encoding|forwarded|.*(api-?key|token|secret).*)$' then
      perform cogo.refuse_argument(check_provider.place || '.static_headers', format('%s is not for static headers; secrets are keys', header.name));
    end if;
  end loop;
end;
$$;

comment on function cogo.check_provider(cogo.llm_providers, text) is
  'Refuses a provider that would send keys where they must not go. What its table checks is not checked here.';

revoke execute on function cogo.check_provider(cogo.llm_providers, text) from public;
