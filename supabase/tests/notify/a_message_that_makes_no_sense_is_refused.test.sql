select plan(17);

select tests.as_operator();
select api.set_notification_channel('all', 'slack');
select tests.refuses(format('select api.send_notification(%L, %L, %L)', kind, key, message), 'PT400', 'bad_argument', field, message)
from (values
  ('Alert', 'k', '{"title": "t", "severity": "info"}', 'kind'),
  ('alert', '', '{"title": "t", "severity": "info"}', 'dedupe_key'),
  ('alert', 'k', '[]', 'message'),
  ('alert', 'k', 'null', 'message'),
  ('alert', 'k', '{"severity": "info"}', 'title'),
  ('alert', 'k', '{"title": "t"}', 'severity'),
  ('alert', 'k', '{"title": "t", "severity": "loud"}', 'severity'),
  ('alert', 'k', '{"title": "t", "severity": "info", "html": "<b>"}', 'a field other than'),
  ('alert', 'k', '{"title": "t", "severity": "info", "text": 1}', 'text'),
  ('alert', 'k', '{"title": "t", "severity": "info", "at": "soon"}', 'at must'),
  ('alert', 'k', '{"title": "t", "severity": "info", "facts": {}}', 'facts'),
  ('alert', 'k', '{"title": "t", "severity": "info", "facts": [{"name": "n"}]}', 'facts'),
  ('alert', 'k', '{"title": "t", "severity": "info", "links": [{"title": "t", "url": "javascript:alert(1)"}]}', 'links'),
  ('alert', 'k', '{"title": "t", "severity": "info", "thread": ""}', 'thread')
) as refused (kind, key, message, field);
select tests.refuses($$ select api.send_notification(null, 'k', '{"title": "t", "severity": "info"}') $$, 'PT400', 'bad_argument', 'kind');
select tests.refuses($$ select api.send_notification('a', 'k', '{"title": "t", "severity": "info"}', '{nobody}') $$, 'PT400', 'bad_argument', 'nobody');
select is(
  jsonb_array_length(api.send_notification('a', 'k', '{"title": "t", "severity": "info", "text": null, "at": null, "links": null,
    "facts": [{"name": "a", "value": "b"}, {"name": "c", "value": 1}]}') -> 'jobs'),
  1, 'what is null is as if it were not there'
);

select * from finish();
