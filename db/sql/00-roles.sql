-- nuanqiao_app is what the pool is: it owns nothing and cannot bypass row-level security.
-- nuanqiao_ledger owns the functions that move goods, and nobody logs in as it.
-- Roles belong to the whole server, so another database may have made them already.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['nuanqiao_app', 'nuanqiao_ledger'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- Another migration on this server was first.
      END;
    END IF;
    -- Making a role gives the right to grant it, not the right to act as it.
    IF NOT (pg_has_role(current_user, wanted, 'SET') AND pg_has_role(current_user, wanted, 'USAGE')) THEN
      EXECUTE format('GRANT %I TO CURRENT_USER WITH INHERIT TRUE, SET TRUE', wanted);
    END IF;
  END LOOP;
END
$$;

GRANT USAGE ON SCHEMA public TO nuanqiao_app;
-- To be made the owner of a function, a role must be allowed to create in its schema.
GRANT USAGE, CREATE ON SCHEMA public TO nuanqiao_ledger;
