select plan(6);

select tests.as_owner();
select is(cogo.ring_webhooks(), 'nothing due', 'no webhook');
select api.subscribe('hook', '{>}', 'webhook', 'https://x.example/in');
select api.publish('[{"type": "a.b"}]');
select tests.settle();
select is(cogo.ring_webhooks(), 'no pg_net', 'without pg_net somebody else delivers');
create schema net;
create schema vault;
create table net.posted (url text, headers jsonb);
create function net.http_post(url text, body jsonb default '{}', params jsonb default '{}', headers jsonb default '{}', timeout_milliseconds integer default 5000)
returns bigint language sql as 'insert into net.posted values (url, headers) returning 1::bigint';
create table vault.decrypted_secrets (name text, decrypted_secret text);
select is(cogo.ring_webhooks(), 'no settings', 'without settings too');
insert into vault.decrypted_secrets values ('cogo_functions_url', 'https://p.supabase.co/functions/v1/'), ('cogo_secret_key', 'sb_secret_x');
select is(cogo.ring_webhooks(), 'rung', 'with them the function is called');
select is((select url from net.posted), 'https://p.supabase.co/functions/v1/events/deliver', 'at its address');
select is((select headers ->> 'apikey' from net.posted), 'sb_secret_x', 'with its key');

select * from finish();
