create function cogo.erase_agents(
  leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  ids uuid[];
begin
  ids := array(select agent.agent_id from cogo.agents as agent where agent.tenant_id = leaving.tenant_id limit erase_agents.row_limit for update);
  is_met := cardinality(ids) > 0;
  next := case when cardinality(ids) = erase_agents.row_limit then '{}'::jsonb end;
  delete from cogo.revocations as refused where refused.tenant_id = leaving.tenant_id and refused.subject_id = any (ids);
  counts := cogo.erase_with('agents', ids::text[]);
  delete from cogo.agents as agent where agent.agent_id = any (ids);
  counts := counts || jsonb_build_object('agents', cardinality(ids));
end;
$$;

comment on function cogo.erase_agents(cogo.offboardings, integer) is
  'Erases agents with what they got tokens by and with their refusals. Answers as erase_part.';

revoke execute on function cogo.erase_agents(cogo.offboardings, integer) from public;
