create function cogo.check_callback_url(url text)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if (check_callback_url.url ~ '^(https://[^\s/@?#]+|http://(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?)([/?#]\S*)?$'
    and length(check_callback_url.url) <= 2000) is not true then
    perform cogo.refuse_argument('callback.url', 'it must begin with https:// (http:// for this very machine), hold no password and have at most 2000 characters');
  end if;
end;
$$;

comment on function cogo.check_callback_url(text) is
  'Refuses an address that no webhook may have; whether it is a public one is judged when it is sent to. Errors: bad_argument (400).';

revoke execute on function cogo.check_callback_url(text) from public;
