-- Runs after the migrations of `supabase db reset` and of `deno task db:reset`: what a developer
-- wants to find in a fresh database. Lanes and job types come with the migrations.
select 'seeded' as cogo;
