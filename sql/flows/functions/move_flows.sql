create function cogo.move_flows(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  pending bigint[] := move_flows.flow_ids;
  again bigint[];
  part record;
begin
  while pending <> '{}' loop
    again := '{}';
    for part in
      select survey.move, array_agg(survey.flow_id order by survey.flow_id) as ids
      from cogo.survey_flows(pending) as survey where survey.move is not null group by survey.move
    loop
      case part.move
        when 'succeed' then perform cogo.close_flows(part.ids, 'succeeded', move_flows.at);
        when 'start' then again := again || cogo.start_ready(part.ids, move_flows.at);
        when 'break' then
          perform cogo.end_flows(part.ids, 'failed', null, true, move_flows.at);
          again := again || part.ids;
        when 'stop' then perform cogo.close_flows(part.ids, null, move_flows.at);
        when 'compensate' then perform cogo.compensate_flows(part.ids, move_flows.at);
        when 'confirm' then perform cogo.confirm_flows(part.ids, move_flows.at);
      end case;
    end loop;
    pending := again;
  end loop;

  if exists (select from cogo.workflow_timers) then
    perform cogo.drop_timers(move_flows.flow_ids);
  end if;
  if exists (select from cogo.flow_inbox) then
    perform cogo.read_inbox(move_flows.at, 100);
  end if;
end;
$$;

comment on function cogo.move_flows(bigint[], timestamptz) is
  'Moves runs on as far as they go now. The caller holds them. What ends concerns other runs too: messages for those that nobody holds are read at once.';

revoke execute on function cogo.move_flows(bigint[], timestamptz) from public;
