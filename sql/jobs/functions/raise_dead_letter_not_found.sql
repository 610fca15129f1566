create function cogo.raise_dead_letter_not_found(job_id bigint)
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise sqlstate 'PT404' using
    message = format('Cannot find a dead letter of job %s: there is none', raise_dead_letter_not_found.job_id),
    detail = 'dead_letter_not_found',
    hint = 'Check the number; list_dead_letters shows what you may see.';
end;
$$;

comment on function cogo.raise_dead_letter_not_found(bigint) is 'Raises dead_letter_not_found (404).';

revoke execute on function cogo.raise_dead_letter_not_found(bigint) from public;
