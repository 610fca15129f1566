-- breaks: it makes schemas of its own
select plan(4);

select is(cogo.tend_notifications() ->> 'notifications', 'nothing due', 'no notification');
select api.set_notification_channel('one', 'slack');
select cogo.notify('alert', 'k', '{"title": "t", "severity": "info"}');
select is(cogo.tend_notifications() ->> 'notifications', 'no pg_net', 'without pg_net somebody else sends');
create schema if not exists net;
create schema if not exists vault;
create table vault.decrypted_secrets (name text, decrypted_secret text);
create table vault.rung (url text, headers jsonb);
create function net.http_post(url text, body jsonb, params jsonb, headers jsonb, timeout_milliseconds integer) returns bigint
language sql as $$ insert into vault.rung values (url, headers); select 1::bigint; $$;
insert into vault.decrypted_secrets values ('cogo_functions_url', 'https://p.supabase.co/functions/v1/'), ('cogo_secret_key', 'sb_secret_x');
select is(cogo.tend_notifications() ->> 'notifications', 'rung', 'with it and its settings the function is called');
select is(
  (select array_agg(url || ' ' || (headers ->> 'apikey')) from vault.rung), array['https://p.supabase.co/functions/v1/notify/deliver sb_secret_x'],
  'once, with the key'
);

select * from finish();
