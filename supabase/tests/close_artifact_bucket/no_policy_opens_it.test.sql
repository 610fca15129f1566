select plan(6);

select is(cogo.close_artifact_bucket(), 'no Storage', 'without Storage there is nothing to close');
-- As much of Storage as a policy needs.
create schema storage;
create table storage.buckets (id text primary key, name text, public boolean);
create table storage.objects (bucket_id text, name text);
alter table storage.objects enable row level security;
create policy careless on storage.objects to authenticated using (true) with check (true);
grant usage on schema storage to authenticated;
grant select, insert on storage.objects to authenticated;
insert into storage.objects values ('artifacts', 'secret'), ('avatars', 'me.png');
insert into storage.buckets values ('artifacts', 'artifacts', true);

select is(cogo.close_artifact_bucket(), 'closed', 'the bucket is closed');
select is(cogo.close_artifact_bucket(), 'closed', 'and again');
select is((select public from storage.buckets), false, 'it is private');
select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select results_eq('select name from storage.objects', $$ values ('me.png') $$, 'a careless policy opens the others alone');
select throws_ok($$ insert into storage.objects values ('artifacts', 'x') $$, '42501', null, 'and lets nobody write there');

select tests.as_owner();
select * from finish();
