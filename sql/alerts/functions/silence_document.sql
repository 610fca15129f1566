create function cogo.silence_document(silence cogo.alert_silences, at timestamptz)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'silence_id', silence.silence_id, 'slo', silence.slo, 'subject', silence.subject, 'starts_at', silence.starts_at,
    'until', silence.ends_at, 'reason', silence.reason, 'by', silence.made_by, 'removed_by', silence.removed_by,
    'is_active', silence.ended_at is null and silence.ends_at > silence_document.at
  );
end;
$$;

comment on function cogo.silence_document(cogo.alert_silences, timestamptz) is 'A silence as operators read it.';

revoke execute on function cogo.silence_document(cogo.alert_silences, timestamptz) from public;
