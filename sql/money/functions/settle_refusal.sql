create function cogo.settle_refusal(item jsonb, word text)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  name text := format('attempt %s of decision %s', coalesce(item ->> 'attempt', '1'), item ->> 'decision_id');
begin
  return jsonb_build_object('decision_id', item -> 'decision_id', 'attempt', coalesce((item ->> 'attempt')::integer, 1)) || case word
    when 'already_settled' then cogo.refusal(
      'already_settled', 409, format('Cannot settle %s: it was settled with another usage', name),
      'The first settlement stands; explain_route shows it.'
    )
    else cogo.refusal(
      'decision_not_found', 404, format('Cannot settle %s: there is no such attempt', name),
      'Check both; select_route and next_route answer them.'
    )
  end;
end;
$$;

comment on function cogo.settle_refusal(jsonb, text) is 'The answer to an attempt that cannot be settled.';

revoke execute on function cogo.settle_refusal(jsonb, text) from public;
