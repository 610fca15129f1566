create function cogo.raise_worker_not_found(worker text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise sqlstate 'PT404' using
    message = format('Cannot find worker %L: it is not registered', raise_worker_not_found.worker),
    detail = 'worker_not_found',
    hint = 'Call register_worker first; list_workers shows the workers you may see.';
end;
$$;

comment on function cogo.raise_worker_not_found(text) is 'Raises worker_not_found (404).';

revoke execute on function cogo.raise_worker_not_found(text) from public;
