select plan(39);
select tests.as_operator();
create function pg_temp.providers(provider jsonb) returns jsonb language sql as $$
  select jsonb_build_object('source', 'a list', 'source_sha256', repeat('ab', 32), 'providers', jsonb_build_array(
    '{"provider": "acme", "name": "Acme", "api_format": "openai", "base_url": "https://api.acme.com/v1", "allowed_hosts": ["api.acme.com"]}'
    || providers.provider))
$$;
create function pg_temp.refuses(provider jsonb, field text, why text) returns text language sql as $$
  select tests.refuses(format('select api.import_catalogue(pg_temp.providers(%L))', provider), 'PT400', 'bad_argument', 'providers[0]' || field, why)
$$;
create function pg_temp.at(url text, host text default 'api.acme.com') returns jsonb language sql as $$
  select jsonb_build_object('base_url', at.url, 'allowed_hosts', jsonb_build_array(at.host))
$$;
select pg_temp.refuses(pg_temp.at('http://api.acme.com/v1'), '.base_url', 'http to another machine');
select pg_temp.refuses(pg_temp.at('http://localhost.acme.com/v1', 'localhost.acme.com'), '.base_url', 'nor to one that sounds like this');
select pg_temp.refuses(pg_temp.at('https://user:secret@api.acme.com/v1'), '.base_url', 'user and password');
select pg_temp.refuses(pg_temp.at('https://api.acme.com@evil.com/v1'), '.base_url', 'a host as a user');
select pg_temp.refuses(pg_temp.at('https://evil.com/v1'), '.base_url', 'a host that is not allowed');
select pg_temp.refuses(pg_temp.at('https://api.acme.com.evil.com/v1'), '.base_url', 'nor one that begins like it');
select pg_temp.refuses(pg_temp.at('https://api.acme.com\@evil.com/v1'), '.base_url', 'a backslash');
select pg_temp.refuses(pg_temp.at('https://api.acme.com/v1?key=x'), '.base_url', 'a query');
select pg_temp.refuses(pg_temp.at('https://api.acme.com/v1#x'), '.base_url', 'a fragment');
select pg_temp.refuses(pg_temp.at(E'https://api.acme.com/v1\r\nx-evil: 1'), '.base_url', 'a line break');
select pg_temp.refuses(pg_temp.at(E'https://api.acme.com/v1\n'), '.base_url', 'at the end too');
select pg_temp.refuses(pg_temp.at('https://api.acme.com/v1%0d%0a'), '.base_url', 'nor escaped');
select pg_temp.refuses(pg_temp.at('https://api.acme.com/v1/../../admin'), '.base_url', 'a way up');
select pg_temp.refuses(pg_temp.at('https://api.acme.com:99999/v1'), '.base_url', 'a port that is none');
select pg_temp.refuses(pg_temp.at('https://API.acme.com/v1'), '.base_url', 'upper case: one spelling');
select pg_temp.refuses(pg_temp.at('https://api.acme.com./v1', 'api.acme.com.'), '.base_url', 'a dot at the end: likewise');
select pg_temp.refuses(pg_temp.at('https://аpi.acme.com/v1', 'аpi.acme.com'), '.base_url', 'a Cyrillic a');
select pg_temp.refuses(pg_temp.at('file:///etc/passwd'), '.base_url', 'a file');
select pg_temp.refuses(pg_temp.at('//api.acme.com/v1'), '.base_url', 'no scheme');
select pg_temp.refuses(pg_temp.at('https://169.254.169.254/latest', '169.254.169.254'), '.base_url', 'the metadata address');
select pg_temp.refuses(pg_temp.at('https://2852039166/latest', '2852039166'), '.base_url', 'in decimal');
select pg_temp.refuses(pg_temp.at('https://0xa9fea9fe/latest', '0xa9fea9fe'), '.base_url', 'in hexadecimal');
select pg_temp.refuses(pg_temp.at('https://0251.0376.0251.0376/latest', '0251.0376.0251.0376'), '.base_url', 'in octal');
select pg_temp.refuses(pg_temp.at('http://127.1/v1', '127.1'), '.base_url', 'the loopback in short');
select pg_temp.refuses(pg_temp.at('https://[::ffff:169.254.169.254]/v1', '[::ffff:169.254.169.254]'), '.base_url', 'as version 6');
select pg_temp.refuses(pg_temp.at('https://[fd00:ec2::254]/v1', '[fd00:ec2::254]'), '.base_url', 'or another of those');
select pg_temp.refuses(pg_temp.at('https://metadata.google.internal/v1', 'metadata.google.internal'), '.base_url', 'or by its name');
select pg_temp.refuses('{"allowed_hosts": ["api.acme.com", "*.evil.com"]}', '.allowed_hosts', 'a wildcard');
select pg_temp.refuses('{"allowed_hosts": []}', '', 'no host at all');
select pg_temp.refuses('{"allowed_hosts": ["api.acme.com", null]}', '.allowed_hosts', 'nothing as a host');
select pg_temp.refuses('{"allowed_hosts": null}', '', 'no list');
select pg_temp.refuses('{"auth_style": "query"}', '', 'the key in the address');
select pg_temp.refuses('{"static_headers": {"authorization": "Bearer x"}}', '.static_headers', 'a secret in a static header');
select pg_temp.refuses('{"static_headers": {"x-version": "1\r\nx-evil: 1"}}', '.static_headers', 'a line break in a header');
select pg_temp.refuses('{"static_headers": {"x-version": 1}}', '.static_headers', 'a header that is no text');
select is_empty('select * from api.list_providers()', 'none came in');
select lives_ok($$ select api.import_catalogue(pg_temp.providers('{"static_headers": {"anthropic-version": "2023-06-01"}}')) $$, 'a good one does');
select lives_ok($$ select api.import_catalogue(pg_temp.providers(pg_temp.at(url, host) || jsonb_build_object('provider', 'local' || row_number() over ())))
  from (values ('http://localhost:11434/v1', 'localhost'), ('http://127.0.0.1:8000/v1', '127.0.0.1'), ('http://[::1]:8000', '[::1]'),
    ('https://a-b.xn--p1ai/', 'a-b.xn--p1ai')) as good (url, host) $$, 'and the loopback by its plain names');
select is((select count(*) from api.list_providers()), 5::bigint, 'all five are there');
select * from finish();
