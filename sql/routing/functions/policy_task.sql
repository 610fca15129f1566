create function cogo.policy_task(body jsonb, domain_tags jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  for nth in 0 .. jsonb_array_length(policy_task.domain_tags) - 1 loop
    if policy_task.body -> 'quality' ? (policy_task.domain_tags ->> nth) then
      return policy_task.domain_tags ->> nth;
    end if;
  end loop;
  return '*';
end;
$$;

comment on function cogo.policy_task(jsonb, jsonb) is 'The first of a request''s tags that a policy knows as a task, or * for any task.';

revoke execute on function cogo.policy_task(jsonb, jsonb) from public;
