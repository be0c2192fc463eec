-- What the service may do in its database, for an installation in which migrations run as the owner of the tables and the
-- service as another role. Run it as the owner, after the migrations of each new version, with the name of that role:
--   psql -v role=licensing_service -f service-role.sql
GRANT SELECT, INSERT, UPDATE, DELETE ON installation, issued_floor, license, release, signing_key TO :role;
-- The audit trail is only added to.
GRANT SELECT, INSERT ON audit TO :role;
GRANT SELECT, INSERT, UPDATE ON audit_chain TO :role;
GRANT EXECUTE ON FUNCTION audit_forget TO :role;
