create table cogo.ingress_cursor (
  only_row boolean primary key default true,
  read_id bigint not null,
  constraint there_is_one_ingress_cursor check (only_row)
) with (fillfactor = 50);

comment on table cogo.ingress_cursor is 'Up to which event the ends of jobs were told to cogo.ingress_callbacks. One row, or none yet.';
comment on column cogo.ingress_cursor.only_row is 'One row: this is what keeps it one.';

alter table cogo.ingress_cursor enable row level security;
