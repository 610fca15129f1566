create function cogo.raise_not_ready(tried text, problem text, next_step text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise sqlstate 'PT409' using
    message = format('Cannot %s: %s', raise_not_ready.tried, raise_not_ready.problem), detail = 'offboarding_not_ready',
    hint = raise_not_ready.next_step;
end;
$$;

comment on function cogo.raise_not_ready(text, text, text) is 'Raises offboarding_not_ready (409).';

revoke execute on function cogo.raise_not_ready(text, text, text) from public;
