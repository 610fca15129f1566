create function cogo.random_()
returns double precision
language plpgsql
volatile
set search_path = ''
as $$
begin
  return random();
end;
$$;

comment on function cogo.random_() is
  'The engine''s randomness, 0 up to 1. Tests replace it by a seeded one in databases they throw away.';

revoke execute on function cogo.random_() from public;
