select plan(4);

-- As a project that signs its own tokens might.
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1', '{jobs:write:mail., jobs:read:mail., jobs:work:mail.}');
select tests.refuses($$ select api.request('pay.all') $$, 'PT403', 'insufficient_scope', 'jobs:write');
select tests.refuses($$ select api.get_replies('{1}') $$, 'PT403', 'insufficient_scope', 'jobs:read');
select lives_ok($$ select * from api.claim_jobs('w', 1) $$, 'one that is looked at does');
select tests.as_owner();
select is(
  (select array_agg(scope.name order by scope.name) from cogo.scopes as scope where scope.suffix is not null),
  '{events:publish,events:subscribe,jobs:work}', 'cogo.caller_tenant(scope) knows all that can be narrowed'
);

select * from finish();
