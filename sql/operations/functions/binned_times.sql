create function cogo.binned_times(times jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
begin
  return (
    select coalesce(jsonb_agg(to_jsonb(line)), '[]')
    from (
      select bin.name, bin.tenant_id, bin.labels, bin.at, sum(bin.ms) as ms,
        array_agg(bin.bin order by bin.bin) as bins, array_agg(bin.many order by bin.bin) as bin_counts
      from (
        select item.name, item.tenant_id, item.labels, item.at, item.bin, sum(item.ms) as ms, sum(item.many)::bigint as many
        from jsonb_to_recordset(binned_times.times) as item (
          name text, tenant_id uuid, labels jsonb, at timestamptz, bin smallint, ms double precision, many bigint
        )
        group by item.name, item.tenant_id, item.labels, item.at, item.bin
      ) as bin
      group by bin.name, bin.tenant_id, bin.labels, bin.at
    ) as line
  );
end;
$$;

comment on function cogo.binned_times(jsonb) is
  'What cogo.add_metrics takes, of times [{name, tenant_id, labels, at, bin, ms, many}].';

revoke execute on function cogo.binned_times(jsonb) from public;
