create function cogo.letter_state(letter cogo.dead_letters)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case
    when letter.discarded_at is not null then 'discarded'
    when letter.redriven_job_id is not null then 'redriven'
    else 'open'
  end;
end;
$$;

comment on function cogo.letter_state(cogo.dead_letters) is 'What was decided about a dead letter: open, redriven or discarded.';

revoke execute on function cogo.letter_state(cogo.dead_letters) from public;
