create function cogo.message_rank(message jsonb)
returns integer
language plpgsql
immutable
set search_path = ''
as $$
begin
  -- Who heard of the trouble hears of its end.
  return array_position(
    array['info', 'warning', 'critical'],
    case message ->> 'severity' when 'recovered' then coalesce(message ->> 'recovered_from', 'critical') else message ->> 'severity' end
  );
end;
$$;

comment on function cogo.message_rank(jsonb) is
  'How much a message weighs against a channel''s min_severity: 1 info, 2 warning, 3 critical. A recovery weighs what it recovers from.';

revoke execute on function cogo.message_rank(jsonb) from public;
