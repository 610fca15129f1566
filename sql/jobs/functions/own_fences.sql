create function cogo.own_fences(fences bigint[])
returns bigint[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  tenant uuid := cogo.caller_tenant();
  agent uuid;
begin
  if tenant is null then
    return own_fences.fences;
  end if;
  agent := cogo.caller_agent();
  return array(
    select case when claim.fence is not null then given.fence end
    from unnest(own_fences.fences) with ordinality as given (fence, ordinal)
    left join cogo.claims as claim
      on claim.fence = given.fence and claim.tenant_id = tenant and claim.agent_id is not distinct from agent
    order by given.ordinal
  );
end;
$$;

comment on function cogo.own_fences(bigint[]) is
  'The fences as given, with null in place of each that the calling agent did not claim: not yours and not there answer alike.';

revoke execute on function cogo.own_fences(bigint[]) from public;
