create function cogo.letter_filter(
  filter jsonb,
  tenant uuid,
  out tenant_id uuid,
  out stage text,
  out reason text,
  out type_prefix text,
  out since timestamptz,
  out until timestamptz
)
language plpgsql
stable
set search_path = ''
as $$
declare
  uuid_form constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
  given jsonb := letter_filter.filter;
  wrong record;
begin
  if jsonb_typeof(given) is distinct from 'object' then
    perform cogo.refuse_argument('filter', 'it must be an object');
  end if;
  perform cogo.check_json('filter', given, 8192);
  select key, value into wrong from jsonb_each(given)
  where (key in ('stage', 'reason', 'type_prefix', 'since', 'until', 'tenant_id') and jsonb_typeof(value) = 'string') is not true
  limit 1;
  if found then
    perform cogo.refuse_argument('filter', format('it may hold stage, reason, type_prefix, since, until and tenant_id as texts, not %L: %s', left(wrong.key, 100), left(wrong.value::text, 100)));
  end if;
  if given ? 'tenant_id' and letter_filter.tenant is not null then
    perform cogo.refuse_argument('filter', 'tenant_id comes from the token and may not be given');
  elsif (given ->> 'tenant_id' ~ uuid_form) is false then
    perform cogo.refuse_argument('filter', 'tenant_id must be a UUID');
  elsif given ? 'since' and not cogo.is_timestamp(given ->> 'since') then
    perform cogo.refuse_argument('filter', 'since must be a time in ISO 8601 with its zone, within ten years');
  elsif given ? 'until' and not cogo.is_timestamp(given ->> 'until') then
    perform cogo.refuse_argument('filter', 'until must be a time in ISO 8601 with its zone, within ten years');
  end if;
  tenant_id := coalesce(letter_filter.tenant, (given ->> 'tenant_id')::uuid);
  stage := given ->> 'stage';
  reason := given ->> 'reason';
  type_prefix := given ->> 'type_prefix';
  since := (given ->> 'since')::timestamptz;
  until := (given ->> 'until')::timestamptz;
  perform cogo.check_stage_and_reason(stage, reason);
end;
$$;

comment on function cogo.letter_filter(jsonb, uuid) is
  'A filter of dead letters, checked and taken apart; an agent''s is bound to its tenant. Errors: bad_argument (400).';

revoke execute on function cogo.letter_filter(jsonb, uuid) from public;
