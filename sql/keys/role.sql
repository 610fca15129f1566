-- The role cogo_key_vault is made by a hand-written migration: roles belong to the whole server.
grant usage on schema cogo to cogo_key_vault;
