select plan(4);
select api.create_tenant('leaves', 'aaaaaaaa-0000-4000-8000-00000000000a');
select api.set_inbound_hook('hook', 'github', 'leave.hooked', tenant_id => 'aaaaaaaa-0000-4000-8000-00000000000a');
select api.start_offboarding('aaaaaaaa-0000-4000-8000-00000000000a');
select tests.lives_clean();
select tests.verify_tells('delete from cogo.revocations', 'a tenant that leaves is refused', 'a leaving tenant whose tokens hold');
select tests.verify_tells('update cogo.inbound_hooks set paused = false', 'nothing of a tenant that leaves runs by itself', 'a hook that was resumed');
select tests.verify_tells(
  $$ insert into cogo.erased_tenants values (cogo.short_hash('erased:aaaaaaaa-0000-4000-8000-00000000000a'), cogo.now_()) $$,
  'what was erased has no tenant', 'a tenant that came back'
);
select * from finish();
