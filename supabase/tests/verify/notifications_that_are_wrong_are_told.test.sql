-- breaks: it damages rows on purpose
select plan(3);

select api.set_notification_channel('one', 'slack');
select cogo.notify('alert', 'k', '{"title": "t", "severity": "info"}');
select is_empty('select * from cogo.verify()', 'healthy before');
select tests.verify_tells('delete from cogo.notifications', 'a notification still to be sent has its message', 'a job whose message is gone');
select tests.verify_tells(
  $$ update cogo.notification_channels set settings = '{"url": "https://hooks.slack.com/services/T/B/x"}' $$,
  'a channel names a variable, not a secret', 'a secret among the settings'
);

select * from finish();
