import type { Stack } from "../../scripts/stack/stack_settings.ts";

/**
 * The hour before, as cogo.fold_events would have written it: jobs of two types, a burst that
 * deepened a lane, some failures.
 */
export async function writeHistory(stack: Stack): Promise<void> {
  await stack.database.executor.exec(`
    with slot as (
      select nth, date_trunc('minute', now()) - make_interval(mins => nth) as at,
        40 + round(18 * sin(nth / 7.0)) + (nth * 7919) % 11 as pace,
        greatest(0, round(260 * exp(-((nth - 24) ^ 2) / 40.0))) as burst
      from generate_series(2, 75) as nth
    ),
    line (name, tenant_id, labels, at, counts, ms) as (
      select 'jobs', cogo.default_tenant(), '{"executor": "default", "type": "crawl.page"}'::jsonb, at,
        jsonb_build_object(
          'enqueued', pace, 'claimed', pace, 'succeeded', pace - (nth * 31) % 4, 'failed', (nth * 31) % 4
        ), null::double precision
      from slot
      union all
      select 'wait', cogo.default_tenant(), '{"executor": "default", "type": "crawl.page"}', at, '{}',
        180 + 11 * burst + (nth * 37) % 90
      from slot
      union all
      select 'depth', cogo.default_tenant(), jsonb_build_object(
          'executor', lane.executor, 'priority', lane.priority, 'shard', '0'
        ), at, jsonb_build_object('depth', round(lane.share * (burst + pace / 3))), null
      from slot, (values ('default', 'normal', 1.0), ('default', 'bulk', 0.4), ('summaries', 'normal', 0.15))
        as lane (executor, priority, share)
      union all
      select 'looks', null, '{}', at, '{"looks": 1}', null from slot
    )
    select cogo.add_metrics(jsonb_agg(jsonb_build_object(
      'name', name, 'tenant_id', tenant_id, 'labels', labels, 'at', at, 'counts', counts, 'ms', coalesce(ms, 0) * 40,
      'bins', case when ms is null then '[]'::jsonb else jsonb_build_array(cogo.time_bin(ms)) end,
      'bin_counts', case when ms is null then '[]'::jsonb else '[40]' end
    )))
    from line;
  `);
}
