-- Hand-written. Where pgmq was laid as a plain script (a server without its files), it stays so.
do $$
begin
  if to_regclass('pgmq.meta') is null then
    create extension if not exists pgmq;
  end if;
end
$$;
