create function cogo.own_fences(fences bigint[], tenant uuid)
returns bigint[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  agent uuid;
begin
  if own_fences.tenant is null then
    return own_fences.fences;
  end if;
  agent := cogo.caller_agent();
  return array(
    select case when claim.fence is null or (claim.tenant_id = own_fences.tenant and claim.agent_id is not distinct from agent) then given.fence end
    from unnest(own_fences.fences) with ordinality as given (fence, ordinal)
    left join cogo.claims as claim on claim.fence = given.fence
    order by given.ordinal
  );
end;
$$;

comment on function cogo.own_fences(bigint[], uuid) is
  'The fences as given, with null in place of each live claim of somebody else than the calling agent of this tenant (null = an operator): not yours and not there answer alike.';

revoke execute on function cogo.own_fences(bigint[], uuid) from public;
