create function cogo.fault(point text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select false;
$$;

comment on function cogo.fault(text) is
  'A seam where tests let something go wrong: written as if cogo.fault(''claim.popped'') then end if. Immutable, so that it is planned away; databases to be thrown away get one that raises, sleeps or answers true, by tests.faults.';

revoke execute on function cogo.fault(text) from public;
