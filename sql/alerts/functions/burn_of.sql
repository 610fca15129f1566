create function cogo.burn_of(slo cogo.slos, seconds integer, at timestamptz, out bad numeric, out total numeric, out burn numeric)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  counted record := cogo.slo_events(slo, burn_of.at - make_interval(secs => burn_of.seconds), burn_of.at);
begin
  total := counted.total;
  bad := counted.total - counted.good;
  burn := case when total > 0 then round(bad / total / (1 - slo.objective), 2) else 0 end;
end;
$$;

comment on function cogo.burn_of(cogo.slos, integer, timestamptz) is
  'How fast an SLO''s error budget burned in the last seconds: 1 = just as fast as is allowed, 0 = no bad event, or none at all.';

revoke execute on function cogo.burn_of(cogo.slos, integer, timestamptz) from public;
