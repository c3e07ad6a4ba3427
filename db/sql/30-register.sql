-- The second wall around personal data: row-level security. The context is set in each transaction
-- (db/client.server.ts, scopeSettings); without it every table here is empty. A centre sees and writes what it keeps;
-- township offices and bureaus read those who live in their division; nobody else sees anything.

CREATE OR REPLACE FUNCTION scope_setting(name text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(nullif(current_setting('nuanqiao.' || name, true), ''), '-') $$;

-- True for the centre that keeps the row.
CREATE OR REPLACE FUNCTION scope_keeps(organisation_id uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT scope_setting('role') = 'centre_coordinator' AND organisation_id::text = scope_setting('organisation_id')
$$;

-- True for an officer whose division holds the given one. An officer's prefix is never empty: '-' matches nothing.
CREATE OR REPLACE FUNCTION scope_oversees(division_code text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT scope_setting('role') IN ('township_officer', 'bureau_officer')
    AND starts_with(division_code, scope_setting('division_prefix'))
$$;

ALTER TABLE household ENABLE ROW LEVEL SECURITY;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_category ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE personal_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity_access ENABLE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS keeps ON household;
CREATE POLICY keeps ON household USING (scope_keeps(organisation_id)) WITH CHECK (scope_keeps(organisation_id));
DROP POLICY IF EXISTS oversees ON household;
CREATE POLICY oversees ON household FOR SELECT USING (scope_oversees(residence_division_code));

DROP POLICY IF EXISTS keeps ON person;
CREATE POLICY keeps ON person USING (scope_keeps(organisation_id)) WITH CHECK (scope_keeps(organisation_id));
DROP POLICY IF EXISTS oversees ON person;
CREATE POLICY oversees ON person FOR SELECT USING (scope_oversees(residence_division_code));

-- Where a row has no residence of its own, its person's or household's counts: the inner table's policies apply.
DROP POLICY IF EXISTS keeps ON household_member;
CREATE POLICY keeps ON household_member USING (scope_keeps(organisation_id)) WITH CHECK (scope_keeps(organisation_id));
DROP POLICY IF EXISTS oversees ON household_member;
CREATE POLICY oversees ON household_member FOR SELECT
  USING (scope_setting('role') IN ('township_officer', 'bureau_officer')
    AND EXISTS (SELECT FROM person p WHERE p.id = household_member.person_id));

DROP POLICY IF EXISTS keeps ON person_category;
CREATE POLICY keeps ON person_category USING (scope_keeps(organisation_id)) WITH CHECK (scope_keeps(organisation_id));
DROP POLICY IF EXISTS oversees ON person_category;
CREATE POLICY oversees ON person_category FOR SELECT
  USING (scope_setting('role') IN ('township_officer', 'bureau_officer')
    AND EXISTS (SELECT FROM person p WHERE p.id = person_category.person_id));

DROP POLICY IF EXISTS keeps ON person_identity;
CREATE POLICY keeps ON person_identity USING (scope_keeps(organisation_id)) WITH CHECK (scope_keeps(organisation_id));
DROP POLICY IF EXISTS oversees ON person_identity;
CREATE POLICY oversees ON person_identity FOR SELECT
  USING (scope_setting('role') IN ('township_officer', 'bureau_officer')
    AND EXISTS (SELECT FROM person p WHERE p.id = person_identity.person_id));

-- Signatures and notes: the centre alone, and the bureaus from the county up.
DROP POLICY IF EXISTS keeps ON personal_text;
CREATE POLICY keeps ON personal_text USING (scope_keeps(organisation_id)) WITH CHECK (scope_keeps(organisation_id));
DROP POLICY IF EXISTS oversees ON personal_text;
CREATE POLICY oversees ON personal_text FOR SELECT USING (scope_oversees(county_code));

-- Who looked: everybody who may look writes it down for himself; bureaus read it; nobody changes it.
REVOKE UPDATE, DELETE ON identity_access FROM nuanqiao_app;
DROP POLICY IF EXISTS looks ON identity_access;
CREATE POLICY looks ON identity_access FOR INSERT WITH CHECK (user_id::text = scope_setting('user_id'));
DROP POLICY IF EXISTS oversees ON identity_access;
CREATE POLICY oversees ON identity_access FOR SELECT USING (scope_oversees(county_code));
