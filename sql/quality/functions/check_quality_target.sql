create function cogo.check_quality_target(target text)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if check_quality_target.target is null
    or char_length(check_quality_target.target) not between 1 and 500
    or check_quality_target.target ~ '^[-\s]|[[:cntrl:]]' then
    raise sqlstate 'PT400' using
      message = 'Cannot schedule a quality run: target must be 1 to 500 printable characters and not start with "-"',
      detail = 'bad_argument',
      hint = 'Pass ".", a folder, or a git URL such as https://example.org/team/project.git.';
  end if;

  if check_quality_target.target ~* '^(https?://[^/]*@|[a-z+]+://[^/@]*:[^/]*@)' then
    raise sqlstate 'PT400' using
      message = 'Cannot schedule a quality run: target carries a user name or a password',
      detail = 'bad_argument',
      hint = 'Leave credentials out of the URL; let git on the runner find them (credential helper, SSH agent).';
  end if;

  -- A folder is on the operator's machine: no tenant may have the runner read it.
  if cogo.caller_tenant() is not null and check_quality_target.target !~ '^https://[^/]' then
    raise sqlstate 'PT403' using
      message = format('Cannot schedule a quality run of %L: a tenant may only name an https git URL',
        check_quality_target.target),
      detail = 'target_not_allowed',
      hint = 'Use an https:// git URL, or ask the operator to run it.';
  end if;
end;
$$;

comment on function cogo.check_quality_target(text) is
  'Refuses a target that is malformed, carries credentials, or that this caller may not name.';

revoke execute on function cogo.check_quality_target(text) from public;
