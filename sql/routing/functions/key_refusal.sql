create function cogo.key_refusal(http_status integer, retry_after_ms bigint, at timestamptz, out state text, out until timestamptz)
language plpgsql
immutable
set search_path = ''
as $$
begin
  if key_refusal.http_status = 429 then
    state := 'throttled';
    -- What a provider says is kept between nothing and an hour; what it does not say, or says wrongly, is 10 s.
    until := key_refusal.at + least(
      case when key_refusal.retry_after_ms >= 0 then key_refusal.retry_after_ms else 10000 end, 3600000
    ) * interval '1 millisecond';
  elsif key_refusal.http_status in (401, 402, 403) then
    state := 'dead';
  end if;
end;
$$;

comment on function cogo.key_refusal(integer, bigint, timestamptz) is
  'What an HTTP status does to the key it was called with: throttled until a time, dead, or nothing.';

revoke execute on function cogo.key_refusal(integer, bigint, timestamptz) from public;
