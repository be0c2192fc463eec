-- An entry whose time is still to come was written by a clock that was ahead. It is no younger than an old one behind it,
-- and does not keep the old ones around it from being forgotten.
CREATE OR REPLACE FUNCTION audit_forget(through bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET licensing.forgetting = 'on' AS $$
DECLARE
    youngest CONSTANT timestamptz := clock_timestamp() - INTERVAL '30 days';
BEGIN
    IF EXISTS (SELECT FROM audit WHERE id <= through AND at > youngest AND at <= clock_timestamp())
        OR NOT EXISTS (SELECT FROM audit WHERE id = through AND at <= youngest)
    THEN
        RAISE EXCEPTION 'Entries of the last 30 days are not forgotten.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    DELETE FROM audit WHERE id <= through;
END
$$;

DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION audit_forget SET search_path = %I, pg_temp', current_schema());
END
$$;
