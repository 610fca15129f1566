create function cogo.is_silenced(slo text, subject text, at timestamptz)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return exists (
    select from cogo.alert_silences as silence
    where silence.ended_at is null and silence.ends_at > is_silenced.at and silence.starts_at <= is_silenced.at
      and silence.slo in ('*', is_silenced.slo) and (silence.subject is null or silence.subject = is_silenced.subject)
  );
end;
$$;

comment on function cogo.is_silenced(text, text, timestamptz) is 'Whether nobody is to be told of an alert at a moment.';

revoke execute on function cogo.is_silenced(text, text, timestamptz) from public;
