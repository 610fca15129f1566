create function cogo.check_subscription(name text, patterns text[], kind text, url text, start text, owner uuid)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  pattern text;
  problem text;
begin
  if (check_subscription.name ~ '^[a-z][a-z0-9_.-]{0,79}$') is not true then
    perform cogo.refuse_argument('name', 'it must be 1 to 80 of a-z, 0-9, _, . and -, beginning with a letter');
  end if;
  if (check_subscription.kind in ('pull', 'webhook')) is not true then
    perform cogo.refuse_argument('kind', 'it must be pull or webhook');
  end if;
  if (check_subscription.start in ('now', 'beginning')) is not true then
    perform cogo.refuse_argument('start', 'it must be now or beginning');
  end if;
  if (check_subscription.kind = 'webhook') <> (check_subscription.url is not null) then
    perform cogo.refuse_argument('url', 'a webhook has one, a pull subscription has none');
  end if;
  if check_subscription.url is not null and (
    check_subscription.url !~ '^(https://[^\s/@?#]+|http://(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?)([/?#]\S*)?$'
    or length(check_subscription.url) > 2000
  ) then
    perform cogo.refuse_argument('url', 'it must begin with https:// (http:// for this very machine), hold no password and have at most 2000 characters');
  end if;
  if (cardinality(check_subscription.patterns) between 1 and 16 and array_ndims(check_subscription.patterns) = 1) is not true then
    perform cogo.refuse_argument('patterns', 'it must hold 1 to 16 patterns');
  end if;

  foreach pattern in array check_subscription.patterns loop
    problem := cogo.channel_pattern_problem(pattern);
    if problem is not null then
      perform cogo.refuse_argument('patterns', problem);
    end if;
    if not cogo.is_granted(check_subscription.owner, cogo.caller_agent(), 'subscribe', pattern)
      or not cogo.is_within_scope('events:subscribe', pattern) then
      raise sqlstate 'PT403' using
        message = format('Cannot subscribe to %s: the caller may not read all of it', pattern),
        detail = 'channel_forbidden',
        hint = format('Begin the pattern with tenant.%s, or ask an operator for grant_channel.', check_subscription.owner);
    end if;
  end loop;
end;
$$;

comment on function cogo.check_subscription(text, text[], text, text, text, uuid) is
  'Refuses a subscription that makes no sense or reads more than its owner may. Errors: bad_argument (400), channel_forbidden (403).';

revoke execute on function cogo.check_subscription(text, text[], text, text, text, uuid) from public;
