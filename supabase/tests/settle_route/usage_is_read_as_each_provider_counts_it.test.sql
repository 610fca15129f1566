select plan(25);
select tests.as_owner();
create function pg_temp.read(raw jsonb) returns text language sql as $$
  select concat_ws('/', told ->> 'input_tokens', told ->> 'cache_read_tokens', told ->> 'cache_write_tokens',
    told ->> 'cache_write_1h_tokens', told ->> 'output_tokens', told ->> 'reasoning_tokens')
  from cogo.normal_usage(raw) as told where told is not null
$$;
select is(pg_temp.read(raw), expected, name) from (values
  ('{"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}'::jsonb, '100/0/0/0/20/0', 'OpenAI chat'),
  ('{"prompt_tokens": 100, "completion_tokens": 20, "prompt_tokens_details": {"cached_tokens": 60}, "completion_tokens_details": {"reasoning_tokens": 15}}', '40/60/0/0/20/15', 'OpenAI counts cached input within the input, reasoning within the output'),
  ('{"prompt_tokens": 100, "completion_tokens": 20, "prompt_tokens_details": null, "completion_tokens_details": {"reasoning_tokens": null}}', '100/0/0/0/20/0', 'what is null is left out'),
  ('{"prompt_tokens": 100, "total_tokens": 100}', '100/0/0/0/0/0', 'embeddings have no output'),
  ('{"input_tokens": 100, "output_tokens": 20, "input_tokens_details": {"cached_tokens": 60}, "output_tokens_details": {"reasoning_tokens": 5}}', '40/60/0/0/20/5', 'OpenAI responses'),
  ('{"prompt_tokens": 100, "completion_tokens": 20, "prompt_cache_hit_tokens": 70, "prompt_cache_miss_tokens": 30}', '30/70/0/0/20/0', 'DeepSeek'),
  ('{"prompt_tokens": 10, "completion_tokens": 9, "completion_tokens_details": {"reasoning_tokens": 500}}', '10/0/0/0/509/500', 'reasoning beside the output is added to it'),
  ('{"input_tokens": 100, "output_tokens": 20, "cache_read_input_tokens": 60, "cache_creation_input_tokens": 30}', '100/60/30/0/20/0', 'Anthropic counts cached input beside the input'),
  ('{"input_tokens": 1, "output_tokens": 2, "cache_read_input_tokens": 0, "cache_creation_input_tokens": 30, "cache_creation": {"ephemeral_5m_input_tokens": 10, "ephemeral_1h_input_tokens": 20}}', '1/0/10/20/2/0', 'Anthropic tells both caches'),
  ('{"promptTokenCount": 100, "cachedContentTokenCount": 60, "candidatesTokenCount": 20, "thoughtsTokenCount": 30, "totalTokenCount": 150}', '40/60/0/0/50/30', 'Google counts thoughts beside the output'),
  ('{"usageMetadata": {"promptTokenCount": 5, "candidatesTokenCount": 6}}', '5/0/0/0/6/0', 'Google''s wrapping is taken off'),
  ('{"inputTokens": 100, "outputTokens": 20, "cacheReadInputTokens": 60, "cacheWriteInputTokens": 7}', '100/60/7/0/20/0', 'Bedrock counts cached input beside the input'),
  ('{"input_tokens": 1, "cache_read_tokens": 2, "cache_write_tokens": 3, "cache_write_1h_tokens": 4, "output_tokens": 6, "reasoning_tokens": 5}', '1/2/3/4/6/5', 'what is normal already stays'),
  ('{"input_tokens": 0, "output_tokens": 0}', '0/0/0/0/0/0', 'nothing is a count'),
  (null, null, 'missing'),
  ('{}', null, 'empty'),
  ('[]', null, 'a list'),
  ('"100"', null, 'a text'),
  ('{"completion_tokens": 20}', null, 'half'),
  ('{"prompt_tokens": -1, "completion_tokens": 20}', null, 'negative'),
  ('{"prompt_tokens": 10, "completion_tokens": 20, "prompt_tokens_details": {"cached_tokens": 11}}', null, 'more cached than read'),
  ('{"prompt_tokens": "10", "completion_tokens": 20}', null, 'a count in quotes'),
  ('{"prompt_tokens": 1.5, "completion_tokens": 20}', null, 'a broken count'),
  ('{"prompt_tokens": 1e30, "completion_tokens": 20}', null, 'absurd'),
  ('{"input_tokens": 1, "output_tokens": 2, "cache_creation_input_tokens": 3, "cache_creation": {"ephemeral_1h_input_tokens": 20}}', null, 'a part larger than its whole')
) as told (raw, expected, name);
select * from finish();
