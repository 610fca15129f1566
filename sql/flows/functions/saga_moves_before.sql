create function cogo.saga_moves_before(move text)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  role text := split_part(saga_moves_before.move, '_', 1);
begin
  return case
    when move in ('compensating', 'confirming', 'action_started') then array['nothing']
    -- A child workflow's end is told without its start, and so is a step that could not be enqueued.
    when move ~ '^action_' then array['action_started', 'nothing']
    when move = 'confirm_started' then array['action_succeeded', 'confirm_cancelled']
    when move ~ '_started$' then array['action_succeeded', 'action_failed', 'action_cancelled', role || '_cancelled']
    when move in ('redriven', 'accepted') then array['compensation_failed', 'cancel_failed', 'confirm_failed']
    when move ~ '^(compensation|confirm|cancel)_' then array[role || '_started', 'redriven']
    when move = 'succeeded' then array['nothing', 'confirming']
    when move = 'compensated' then array['compensating']
    else array['nothing']
  end;
end;
$$;

comment on function cogo.saga_moves_before(text) is
  'Which moves of the same step, or of the run itself, may stand directly before a move in the saga log.';

revoke execute on function cogo.saga_moves_before(text) from public;
