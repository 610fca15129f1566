create function cogo.normal_usage(raw jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  told jsonb := coalesce(raw -> 'usageMetadata', raw -> 'usage', raw);
  read_whole bigint;
  cached bigint;
  written bigint := 0;
  written_1h bigint := 0;
  output bigint;
  reasoning bigint := 0;
  includes_cached boolean := true;
begin
  if told ? 'prompt_tokens' then
    read_whole := cogo.token_count(told -> 'prompt_tokens');
    cached := cogo.token_count(coalesce(
      told #> '{prompt_tokens_details,cached_tokens}', told -> 'prompt_cache_hit_tokens', told -> 'cached_tokens'
    ));
    written := cogo.token_count(told #> '{prompt_tokens_details,cache_write_tokens}');
    output := cogo.token_count(told -> 'completion_tokens');
    reasoning := cogo.token_count(told #> '{completion_tokens_details,reasoning_tokens}');
  elsif told ? 'promptTokenCount' then
    read_whole := cogo.token_count(told -> 'promptTokenCount') + cogo.token_count(told -> 'toolUsePromptTokenCount');
    cached := cogo.token_count(told -> 'cachedContentTokenCount');
    reasoning := cogo.token_count(told -> 'thoughtsTokenCount');
    output := cogo.token_count(told -> 'candidatesTokenCount') + reasoning;
  elsif told ? 'inputTokens' then
    includes_cached := false;
    read_whole := cogo.token_count(told -> 'inputTokens');
    cached := cogo.token_count(told -> 'cacheReadInputTokens');
    written := cogo.token_count(told -> 'cacheWriteInputTokens');
    output := cogo.token_count(told -> 'outputTokens');
  elsif told ? 'input_tokens' and told ?| array['cache_read_input_tokens', 'cache_creation_input_tokens', 'cache_creation'] then
    includes_cached := false;
    read_whole := cogo.token_count(told -> 'input_tokens');
    cached := cogo.token_count(told -> 'cache_read_input_tokens');
    written_1h := cogo.token_count(told #> '{cache_creation,ephemeral_1h_input_tokens}');
    written := coalesce(
      cogo.token_count(nullif(told -> 'cache_creation_input_tokens', 'null')) - written_1h,
      cogo.token_count(told #> '{cache_creation,ephemeral_5m_input_tokens}')
    );
    output := cogo.token_count(told -> 'output_tokens');
  elsif told ?| array['input_tokens_details', 'output_tokens_details'] then
    read_whole := cogo.token_count(told -> 'input_tokens');
    cached := cogo.token_count(told #> '{input_tokens_details,cached_tokens}');
    output := cogo.token_count(told -> 'output_tokens');
    reasoning := cogo.token_count(told #> '{output_tokens_details,reasoning_tokens}');
  elsif told ? 'input_tokens' then
    includes_cached := false;
    read_whole := cogo.token_count(told -> 'input_tokens');
    cached := cogo.token_count(told -> 'cache_read_tokens');
    written := cogo.token_count(told -> 'cache_write_tokens');
    written_1h := cogo.token_count(told -> 'cache_write_1h_tokens');
    output := cogo.token_count(told -> 'output_tokens');
    reasoning := cogo.token_count(told -> 'reasoning_tokens');
  end if;

  if includes_cached then
    read_whole := read_whole - cached - written;
  end if;
  -- Also null where any of them is: a null sum is not from 0 on.
  if (least(read_whole, written, 0) < 0 or read_whole + cached + written + written_1h + output + reasoning is null) then
    return null;
  end if;
  return jsonb_build_object(
    'input_tokens', read_whole, 'cache_read_tokens', cached, 'cache_write_tokens', written,
    'cache_write_1h_tokens', written_1h, 'reasoning_tokens', reasoning,
    -- Some providers count what was thought beside what was said.
    'output_tokens', case when reasoning > output then output + reasoning else output end
  );
end;
$$;

comment on function cogo.normal_usage(jsonb) is
  'Usage as OpenAI (both APIs and what imitates them), Anthropic, Google or Bedrock tell it, or already normalised, as routing_outcomes keeps it: cached input apart from the rest, reasoning within the output. Null where it is missing, negative or absurd.';

revoke execute on function cogo.normal_usage(jsonb) from public;
