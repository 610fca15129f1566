create function cogo.outcome_kind(status text, http_status integer)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case
    when outcome_kind.http_status = 429 then 'throttled'
    when outcome_kind.http_status in (401, 402, 403) then 'key_refused'
    when outcome_kind.http_status between 400 and 499 and outcome_kind.http_status <> 408 then 'callers_fault'
    when outcome_kind.status = 'failed' or outcome_kind.http_status >= 500 then 'failed'
    when outcome_kind.status = 'succeeded' then 'succeeded'
    else 'unknown'
  end;
end;
$$;

comment on function cogo.outcome_kind(text, integer) is
  'What an outcome says: of the model (failed, succeeded), of the key (throttled, key_refused), or of neither. An error inside a 200 is failed.';

revoke execute on function cogo.outcome_kind(text, integer) from public;
