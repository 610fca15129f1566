create function cogo.judge_outcome(health cogo.provider_health, note cogo.outcome_notes)
returns cogo.provider_health
language plpgsql
stable
set search_path = ''
as $$
declare
  judged cogo.provider_health := judge_outcome.health;
  failed boolean := cogo.outcome_kind(note.status, note.http_status) = 'failed';
  -- Calls that were under way when it opened say nothing: while it is open, only a probe does.
  counts boolean := judged.state <> 'open' or judged.probe_until is not null;
begin
  judged.calls := judged.calls + 1;
  judged.changed_at := note.at;
  judged.error_rate := judged.error_rate + 0.1 * (failed::integer - judged.error_rate);
  if not failed then
    judged.first_token_ms := coalesce(0.9 * judged.first_token_ms + 0.1 * note.first_token_ms, judged.first_token_ms, note.first_token_ms);
    judged.tokens_per_second := coalesce(
      0.9 * judged.tokens_per_second + 0.1 * nullif(greatest(note.tokens_per_second, 0), 0), judged.tokens_per_second,
      nullif(greatest(note.tokens_per_second, 0), 0)
    );
  end if;
  if not counts then
    return judged;
  end if;

  judged.failures := case when failed then least(judged.failures + 1, 1000) else 0 end;
  if failed and (judged.state <> 'closed' or judged.failures >= 5 or (judged.error_rate > 0.5 and judged.calls >= 10)) then
    judged.state := 'open';
    judged.retry_at := note.at + least(interval '5 seconds' * (2 ^ judged.trips), interval '5 minutes');
    judged.trips := least(judged.trips + 1, 10);
    judged.share := 10;
    judged.good_probes := 0;
    judged.probe_until := null;
  elsif not failed and judged.state <> 'closed' then
    judged.good_probes := judged.good_probes + 1;
    judged.state := case when judged.good_probes >= 2 then 'closed' else 'half_open' end;
    judged.probe_until := null;
    judged.retry_at := null;
  end if;
  return judged;
end;
$$;

comment on function cogo.judge_outcome(cogo.provider_health, cogo.outcome_notes) is
  'Health after one more outcome. Five failures in a row, or more than half, open the breaker for 5 s, 10 s, … 5 min; one good probe half opens it, a second closes it, at a tenth of its odds.';

revoke execute on function cogo.judge_outcome(cogo.provider_health, cogo.outcome_notes) from public;
