select plan(3);

select tests.as_operator();
select tests.refuses(format($$ select api.set_inbound_hook('hook', 'github', event_types => %L) $$, given), 'PT400', 'bad_argument', 'event_types', given)
from unnest('{-1,[],"\"push\""}'::text[]) as given;

select tests.as_owner();
select * from finish();
