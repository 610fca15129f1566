create function cogo.series_id(name text, tenant uuid, labels jsonb)
returns bigint
language sql
immutable
set search_path = ''
as $$
  select ('x' || left(md5(concat_ws(' ', series_id.name, coalesce(series_id.tenant::text, '-'), series_id.labels)), 16))::bit(64)::bigint;
$$;

comment on function cogo.series_id(text, uuid, jsonb) is 'The number of a series: the same for the same name, tenant and labels, so that nobody has to ask for it.';

revoke execute on function cogo.series_id(text, uuid, jsonb) from public;
