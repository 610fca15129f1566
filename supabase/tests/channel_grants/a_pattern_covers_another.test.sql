select plan(12);

select ok(cogo.channel_pattern_covers('>', 'tenant.a.>'), '> covers all');
select ok(cogo.channel_pattern_covers('tenant.a.>', 'tenant.a.agent.b.c.d'), 'the rest');
select ok(not cogo.channel_pattern_covers('tenant.a.>', 'tenant.*.agent.b.c.d'), 'a wild part is more than a fixed one');
select ok(not cogo.channel_pattern_covers('tenant.a.>', 'tenant.a'), '> is at least one part');
select ok(not cogo.channel_pattern_covers('tenant.a.*', 'tenant.a.>'), '> is more than *');
select ok(cogo.channel_pattern_covers('tenant.*.agent', 'tenant.*.agent'), 'itself');
select ok(not cogo.channel_pattern_covers('tenant.a.b', 'tenant.a.b.c'), 'longer ones are others');
select ok(not cogo.channel_pattern_covers('tenant.a.b.c', 'tenant.a.b'), 'shorter ones too');
select ok('tenant.a.agent.b.c.d' ~ cogo.channel_regex('{tenant.*.agent.*.c.*}'), '* matches one part');
select ok('tenant.a.agent.b.c.d.e' !~ cogo.channel_regex('{tenant.*.agent.*.c.*}'), 'and not two');
select ok('tenantXa.agent.b.c.d' !~ cogo.channel_regex('{tenant.a.>}'), 'a dot is a dot');
select ok('' !~ cogo.channel_regex('{tenant.a.>}') and 'tenant.a.b' !~ cogo.channel_regex('{}'), 'no pattern matches nothing');

select * from finish();
