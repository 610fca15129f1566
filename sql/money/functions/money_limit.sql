create function cogo.money_limit(field text, amount numeric)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
begin
  -- A billion dollars. NaN is above every number.
  if money_limit.amount < 0 or money_limit.amount > 1000000000000000000 or money_limit.amount <> trunc(money_limit.amount) then
    perform cogo.refuse_argument(money_limit.field, 'it must be whole nano-dollars, from 0 to 1000000000000000000 (a billion dollars)');
  end if;
  return money_limit.amount::bigint;
end;
$$;

comment on function cogo.money_limit(text, numeric) is
  'An amount that someone typed, as nano-dollars; null stays null. Errors: bad_argument (400).';

revoke execute on function cogo.money_limit(text, numeric) from public;
