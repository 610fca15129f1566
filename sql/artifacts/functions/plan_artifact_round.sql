create function cogo.plan_artifact_round()
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not exists (select from cogo.artifact_rounds) then
    insert into cogo.artifact_rounds (due_at) values (cogo.now_() + interval '1 hour') on conflict do nothing;
  end if;
end;
$$;

comment on function cogo.plan_artifact_round() is 'Has bytes without rows swept from now on.';

revoke execute on function cogo.plan_artifact_round() from public;
