set local lock_timeout = '5s';

-- The functions that hold a statement per lane belong to the running database: written anew with what the engine asks now.
select cogo.write_lane_switch();
