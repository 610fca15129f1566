create function cogo.whole_list(list cogo.route_lists)
returns cogo.route_lists
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  whole cogo.route_lists;
begin
  -- Unpacked once: what is read from a row's own arrays would be unpacked for each model.
  select known.list_id, known.policy_id, known.policy_name, known.policy_version, known.service, known.task, known.size_class, known.sha256, known.algorithm, known.terms,
    known.is_cut, known.left_out, known.providers, known.keyless, known.regions, known.capability_names,
    known.model_ids || '{}', known.price_ids || '{}', known.provider_nos || '{}', known.region_nos || '{}', known.data_ranks || '{}',
    known.context_tokens || '{}', known.max_output_tokens || '{}', known.capabilities || '{}', known.qualities || '{}',
    known.input_prices || '{}', known.output_prices || '{}', known.cache_read_prices || '{}', known.cache_write_prices || '{}',
    known.request_prices || '{}', known.snapshot_id, known.states || '{}', known.shares || '{}', known.merits || '{}',
    known.wait_ms || '{}', known.token_ms || '{}', known.made_at, known.retired_at
  into whole
  from cogo.route_lists as known
  where known.policy_id = list.policy_id and known.service = list.service and known.task = list.task
    and known.size_class = 'all' and known.retired_at is null;
  return whole;
end;
$$;

comment on function cogo.whole_list(cogo.route_lists) is 'Every model of the policy, service and task of a list that was cut.';

revoke execute on function cogo.whole_list(cogo.route_lists) from public;
