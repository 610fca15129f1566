create function cogo.burn_of(slo cogo.slos, seconds integer, at timestamptz, out bad numeric, out total numeric, out burn numeric)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  counted record;
begin
  select known.bad, known.total into bad, total
  from cogo.slo_burns as known
  where known.slo = slo.name and known.seconds = burn_of.seconds
    and known.measured_at <= burn_of.at and known.measured_at > burn_of.at - make_interval(secs => burn_of.seconds / 240.0);
  if not found then
    counted := cogo.slo_events(slo, burn_of.at - make_interval(secs => burn_of.seconds), burn_of.at);
    total := counted.total;
    bad := counted.total - counted.good;
    insert into cogo.slo_burns as known (slo, seconds, measured_at, bad, total)
    values (slo.name, burn_of.seconds, burn_of.at, burn_of.bad, burn_of.total)
    on conflict (slo, seconds) do update set measured_at = excluded.measured_at, bad = excluded.bad, total = excluded.total;
  end if;
  burn := case when total > 0 then round(bad / total / (1 - slo.objective), 2) else 0 end;
end;
$$;

comment on function cogo.burn_of(cogo.slos, integer, timestamptz) is
  'How fast an SLO''s error budget burned in the last seconds: 1 = just as fast as is allowed, 0 = no bad event, or none at all. A window is counted again after a 240th of it: the hour every 15 seconds.';

revoke execute on function cogo.burn_of(cogo.slos, integer, timestamptz) from public;
