create function cogo.device_holds(device_id bigint)
returns integer
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (select coalesce(sum(claim.open), 0)::integer from cogo.claims as claim where claim.device_id = device_holds.device_id);
end;
$$;

comment on function cogo.device_holds(bigint) is 'How many jobs a registered worker holds now.';

revoke execute on function cogo.device_holds(bigint) from public;
