create function cogo.check_fields(item jsonb, known text[], place text)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  stray text;
begin
  select key into stray from jsonb_object_keys(check_fields.item) as key where not key = any (check_fields.known) limit 1;
  if stray is not null then
    perform cogo.refuse_argument(format('%s.%s', check_fields.place, left(stray, 60)), 'there is no such field');
  end if;
end;
$$;

comment on function cogo.check_fields(jsonb, text[], text) is
  'Refuses a field that nobody reads: a word misspelt would be a price lost.';

revoke execute on function cogo.check_fields(jsonb, text[], text) from public;
