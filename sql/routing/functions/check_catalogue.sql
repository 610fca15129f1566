create function cogo.check_catalogue(catalogue jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  list text;
  double record;
begin
  if jsonb_typeof(check_catalogue.catalogue) is distinct from 'object' then
    perform cogo.refuse_argument('catalogue', 'it is an object of source, source_sha256, providers and models');
  end if;
  perform cogo.check_fields(check_catalogue.catalogue, array['source', 'source_sha256', 'enable_new', 'providers', 'models'], 'catalogue');
  if coalesce(catalogue ->> 'source', '') !~ '^[^[:cntrl:]]+$' or length(catalogue ->> 'source') > 500 then
    perform cogo.refuse_argument('catalogue.source', 'a line of 1 to 500 characters says where it was taken from');
  elsif coalesce(catalogue ->> 'source_sha256', '') !~ '^[0-9a-f]{64}$' then
    perform cogo.refuse_argument('catalogue.source_sha256', 'it is the SHA-256 of the file, in 64 hexadecimal digits');
  elsif jsonb_typeof(coalesce(catalogue -> 'enable_new', 'true')) <> 'boolean' then
    perform cogo.refuse_argument('catalogue.enable_new', 'it is true or false');
  end if;
  foreach list in array array['providers', 'models'] loop
    if jsonb_typeof(coalesce(catalogue -> list, '[]')) <> 'array' or jsonb_array_length(coalesce(catalogue -> list, '[]')) > 10000 then
      perform cogo.refuse_argument('catalogue.' || list, 'it is a list of at most 10000');
    end if;
    select format('%s[%s]', list, item.ordinality - 1) as place, item.value into double
    from jsonb_array_elements(coalesce(catalogue -> list, '[]')) with ordinality as item
    where jsonb_typeof(item.value) <> 'object' limit 1;
    if double.place is not null then
      perform cogo.refuse_argument(double.place, 'it is no object');
    end if;
    select format('%s[%s]', list, max(item.ordinality) - 1) as place, min(item.ordinality) - 1 as first into double
    from jsonb_array_elements(coalesce(catalogue -> list, '[]')) with ordinality as item
    group by item.value ->> 'provider', item.value ->> 'model',
      coalesce(item.value ->> 'region', 'global'), coalesce(item.value ->> 'service', 'chat')
    having count(*) > 1 limit 1;
    if double.place is not null then
      perform cogo.refuse_argument(double.place, format('it is number %s again', double.first));
    end if;
  end loop;
end;
$$;

comment on function cogo.check_catalogue(jsonb) is
  'Refuses what is no catalogue at all, and one that says a thing twice.';

revoke execute on function cogo.check_catalogue(jsonb) from public;
