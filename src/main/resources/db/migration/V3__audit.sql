-- Entries from before they were sealed prove nothing: they are kept for the operator, and shown no more.
DO $$
BEGIN
    IF EXISTS (SELECT FROM audit) THEN
        ALTER TABLE audit RENAME TO audit_unsealed;
    ELSE
        DROP TABLE audit;
    END IF;
END
$$;

CREATE TABLE audit (
    -- Without gaps, so that a missing entry is noticed.
    id          bigint      PRIMARY KEY,
    at          timestamptz NOT NULL,
    -- The caller's name; null for the service itself.
    actor       text,
    action      text        NOT NULL,
    outcome     text        NOT NULL,
    code        text,
    detail      text        NOT NULL,
    -- Masked.
    license_key text,
    standing    text,
    reason      text,
    secret_id   text        NOT NULL,
    -- Over everything above and the mac of the entry before, with a key that is derived from the secret.
    mac         bytea       NOT NULL
);

-- Where the trail begins and ends: what was forgotten last, and what was written last.
CREATE TABLE audit_chain (
    only_one    boolean     PRIMARY KEY CHECK (only_one),
    anchor_id   bigint      NOT NULL,
    anchor_mac  bytea       NOT NULL,
    head_id     bigint      NOT NULL,
    head_mac    bytea       NOT NULL,
    -- Set when an entry was written though head or anchor were not as this service had left them.
    flaw_id     bigint,
    -- The standing that was recorded last, so that a change of it is recorded once.
    standing    text        NOT NULL,
    reason      text,
    standing_at timestamptz,
    secret_id   text        NOT NULL,
    mac         bytea       NOT NULL
);

CREATE FUNCTION audit_is_only_added_to() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('licensing.forgetting', true) = 'on' THEN
        RETURN OLD;
    END IF;
    -- When the secret is exchanged, entries are sealed anew, and nothing else of them changes.
    IF TG_OP = 'UPDATE' AND current_setting('licensing.resealing', true) = 'on' THEN
        IF to_jsonb(NEW) - 'secret_id' - 'mac' = to_jsonb(OLD) - 'secret_id' - 'mac' THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'The audit trail is only added to.' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_keeps_rows BEFORE UPDATE OR DELETE ON audit
FOR EACH ROW EXECUTE FUNCTION audit_is_only_added_to();

CREATE TRIGGER audit_keeps_all_rows BEFORE TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();

-- The one way to remove entries: old ones, with the rights of the tables' owner. Whoever calls it writes the anchor.
CREATE FUNCTION audit_forget(through bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET licensing.forgetting = 'on' AS $$
BEGIN
    IF EXISTS (SELECT FROM audit WHERE id <= through AND at > clock_timestamp() - INTERVAL '30 days') THEN
        RAISE EXCEPTION 'Entries of the last 30 days are not forgotten.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    DELETE FROM audit WHERE id <= through;
END
$$;

REVOKE EXECUTE ON FUNCTION audit_forget FROM PUBLIC;

-- With the owner's rights no table of the caller's may be taken for one of these.
DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION audit_forget SET search_path = %I, pg_temp', current_schema());
END
$$;

-- About which version of the installation a replica is asking the licensing server by itself, and until when nobody else
-- does, by PostgreSQL's clock.
ALTER TABLE installation ADD COLUMN asking_version bigint, ADD COLUMN asking_until timestamptz;
