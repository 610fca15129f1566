create function cogo.bin_ms(bin smallint)
returns double precision
language sql
immutable
set search_path = ''
as $$
  select case when bin = -32768 then 0 else power(1.01 / 0.99::double precision, bin) * 0.99 end;
$$;

comment on function cogo.bin_ms(smallint) is 'The time in milliseconds that a bin stands for, no more than 1 % from any in it.';

revoke execute on function cogo.bin_ms(smallint) from public;
