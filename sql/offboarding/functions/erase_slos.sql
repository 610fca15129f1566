create function cogo.erase_slos(
  leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  names text[];
begin
  -- In one transaction: an SLO that is left would fire again, and one that fires has its notices.
  names := array(select slo.name from cogo.slos as slo where slo.tenant_id = leaving.tenant_id limit erase_slos.row_limit for update);
  is_met := cardinality(names) > 0;
  next := case when cardinality(names) = erase_slos.row_limit then '{}'::jsonb end;
  delete from cogo.alert_silences as silence where silence.slo = any (names);
  delete from cogo.alerts as alert where alert.slo = any (names);
  delete from cogo.alert_notices as notice where notice.slo = any (names);
  counts := cogo.erase_with('slos', names);
  delete from cogo.slos as slo where slo.name = any (names);
  counts := counts || jsonb_build_object('slos', cardinality(names));
end;
$$;

comment on function cogo.erase_slos(cogo.offboardings, integer) is
  'Erases SLOs of the tenant with their alerts, notices and silences. Answers as erase_part.';

revoke execute on function cogo.erase_slos(cogo.offboardings, integer) from public;
