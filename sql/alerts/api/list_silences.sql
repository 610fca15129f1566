create function api.list_silences(with_ended boolean default false)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return cogo.list_silences(list_silences.with_ended);
end;
$$;

comment on function api.list_silences(boolean) is
  '[{silence_id, slo, subject, starts_at, until, reason, by, removed_by, is_active}], the newest first, 500 at most. For operators. No errors.';

revoke execute on function api.list_silences(boolean) from public;
grant execute on function api.list_silences(boolean) to service_role;
