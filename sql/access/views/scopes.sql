create view cogo.scopes with (security_invoker = true) as
select scope.name, scope.suffix, scope.meaning
from (values
  ('jobs:read', null, 'see jobs, their events, dead letters, queues and workers'),
  ('jobs:write', null, 'enqueue, cancel, redrive and discard jobs; request; drain workers'),
  ('jobs:work', 'type_prefix', 'claim jobs and settle them'),
  ('flows:read', null, 'see workflows'),
  ('flows:write', null, 'start, signal and cancel workflows'),
  ('schedules:read', null, 'see schedules and their runs'),
  ('schedules:write', null, 'set, pause, run and remove schedules, and so what they enqueue'),
  ('route:select', null, 'choose models, see how they are chosen, settle what calls cost'),
  ('keys:resolve', null, 'open the key that a decision granted'),
  ('events:publish', 'channel', 'publish messages'),
  ('events:subscribe', 'channel', 'subscribe to channels and read from them'),
  ('quality:read', null, 'see quality runs'),
  ('quality:write', null, 'plan quality runs and record their results'),
  ('metrics:read', null, 'see figures and health'),
  ('money:read', null, 'see what was spent'),
  ('artifacts:read', null, 'read artifacts'),
  ('artifacts:write', null, 'write artifacts')
) as scope (name, suffix, meaning);

comment on view cogo.scopes is
  'Everything that a token can allow. A suffix (jobs:work:mail., events:publish:<channel>) narrows a scope; without it the scope is whole.';
