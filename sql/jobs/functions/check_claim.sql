create function cogo.check_claim(worker text, want integer, executor text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if check_claim.worker is null or length(check_claim.worker) not between 1 and 200 then
    perform cogo.refuse_argument('worker', 'it must be a name of 1 to 200 characters');
  end if;
  if check_claim.want is null or check_claim.want not between 1 and 1000 then
    perform cogo.refuse_argument('want', 'it must be 1 to 1000');
  end if;
  if check_claim.executor is null then
    perform cogo.refuse_argument('executor', 'it is missing');
  end if;
end;
$$;

comment on function cogo.check_claim(text, integer, text) is 'Refuses a claim whose arguments make no sense. Errors: bad_argument (400).';

revoke execute on function cogo.check_claim(text, integer, text) from public;
