create function cogo.is_within_scope(scope text, pattern text)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
declare
  limits text[] := cogo.caller_limits(is_within_scope.scope);
begin
  return limits is null or exists (
    select from unnest(limits) as given (pattern) where cogo.channel_pattern_covers(given.pattern, is_within_scope.pattern)
  );
end;
$$;

comment on function cogo.is_within_scope(text, text) is
  'Whether the caller''s token covers the channels of a pattern: its scope is whole, or one of its suffixes covers them.';

revoke execute on function cogo.is_within_scope(text, text) from public;
