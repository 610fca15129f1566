create function cogo.budget_exceeded(told jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return cogo.refusal(
    'budget_exceeded', 402,
    format('Cannot route: the budget of the %s has %s nano-dollars left, which is less than any model here would cost', told ->> 'scope', told ->> 'remaining_nano'),
    'Ask for less, wait until resets_at, or have an operator raise the budget: set_budget.', told
  );
end;
$$;

comment on function cogo.budget_exceeded(jsonb) is 'The refusal for what cogo.reserve answered.';

revoke execute on function cogo.budget_exceeded(jsonb) from public;
