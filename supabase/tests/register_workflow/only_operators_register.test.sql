select plan(1);

select tests.as_agent('11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222');
select throws_ok($$ select api.register_workflow('{}') $$, '42501', null, 'an agent may not register');

select * from finish();
