create function cogo.silence_alert(slo text, until timestamptz, reason text, made_by text, subject text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  kept cogo.alert_silences;
begin
  if silence_alert.slo is distinct from '*' and not exists (select from cogo.slos as known where known.name = silence_alert.slo) then
    perform cogo.refuse_argument('slo', format('there is none called %L; * is all of them', silence_alert.slo));
  elsif (silence_alert.until > at and silence_alert.until <= at + interval '90 days') is not true then
    perform cogo.refuse_argument('until', 'it must lie in the next 90 days');
  elsif (length(trim(silence_alert.reason)) between 1 and 500) is not true then
    perform cogo.refuse_argument('reason', 'it must have 1 to 500 characters');
  elsif (length(trim(silence_alert.made_by)) between 1 and 200) is not true then
    perform cogo.refuse_argument('by', 'it must have 1 to 200 characters');
  elsif length(silence_alert.subject) > 200 then
    perform cogo.refuse_argument('subject', 'it must have at most 200 characters');
  end if;
  insert into cogo.alert_silences (slo, subject, starts_at, ends_at, reason, made_by)
  values (silence_alert.slo, silence_alert.subject, at, silence_alert.until, trim(silence_alert.reason), trim(silence_alert.made_by))
  returning * into kept;
  return cogo.silence_document(kept, at);
end;
$$;

comment on function cogo.silence_alert(text, timestamptz, text, text, text) is
  'Lets nobody be told of an SLO''s alerts (*: of any), or of one subject''s, until a time. Errors: bad_argument (400).';

revoke execute on function cogo.silence_alert(text, timestamptz, text, text, text) from public;
grant execute on function cogo.silence_alert(text, timestamptz, text, text, text) to service_role;
