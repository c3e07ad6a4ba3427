-- How many households goods reached is public; who they are is not. The register is behind row-level security, so the
-- count is made by one function that sees nothing of it but ids and tells nothing but which accounts go together:
-- a number for each account and day asked, the same number for members of one household. An account whose link to the
-- register was cut stands for itself.
CREATE OR REPLACE FUNCTION trace_households(accounts uuid[], days date[])
RETURNS TABLE (place_asked integer, household_number integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT asked.place::integer,
    dense_rank() OVER (ORDER BY coalesce(own.id, home.household_id, asked.account_id))::integer
  FROM unnest(accounts, days) WITH ORDINALITY AS asked (account_id, day, place)
  LEFT JOIN household own ON own.recipient_account_id = asked.account_id
  LEFT JOIN person p ON p.recipient_account_id = asked.account_id
  LEFT JOIN LATERAL (
    SELECT m.household_id FROM household_member m WHERE m.person_id = p.id
    ORDER BY (m.valid_from <= asked.day AND (m.valid_to IS NULL OR m.valid_to > asked.day)) DESC, m.valid_from DESC
    LIMIT 1
  ) home ON true
$$;

GRANT CREATE ON SCHEMA public TO nuanqiao_ledger;
ALTER FUNCTION trace_households(uuid[], date[]) OWNER TO nuanqiao_ledger;
REVOKE CREATE ON SCHEMA public FROM nuanqiao_ledger;
REVOKE ALL ON FUNCTION trace_households(uuid[], date[]) FROM public;
GRANT EXECUTE ON FUNCTION trace_households(uuid[], date[]) TO nuanqiao_app;

GRANT SELECT (id, recipient_account_id) ON household, person TO nuanqiao_ledger;
GRANT SELECT (person_id, household_id, valid_from, valid_to) ON household_member TO nuanqiao_ledger;
DROP POLICY IF EXISTS counts ON household;
CREATE POLICY counts ON household FOR SELECT TO nuanqiao_ledger USING (true);
DROP POLICY IF EXISTS counts ON person;
CREATE POLICY counts ON person FOR SELECT TO nuanqiao_ledger USING (true);
DROP POLICY IF EXISTS counts ON household_member;
CREATE POLICY counts ON household_member FOR SELECT TO nuanqiao_ledger USING (true);
