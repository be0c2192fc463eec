-- Until the first release is named in docs/releases this file is edited in place. After that it stays as it is, and each
-- change of the tables is a migration of its own.
-- The owner of the schema can run all of this. It needs no superuser, and no extension.

CREATE TABLE installation (
    id              uuid        PRIMARY KEY,
    -- Always true, so that there is one row at most, even when two replicas start for the first time at once.
    only_one        boolean     NOT NULL DEFAULT true UNIQUE CHECK (only_one),
    fingerprint     text        NOT NULL CHECK (fingerprint ~ '^[A-Za-z0-9._:-]{1,128}$'),
    version         bigint      NOT NULL DEFAULT 0,
    revision        bigint      NOT NULL DEFAULT 0,
    signed_time     timestamptz,
    seen_time       timestamptz,
    -- When the last signature of the vendor's was made that set the time seen, whether ahead or back.
    fresh_time      timestamptz,
    -- What a license file has to name in order to set the time seen back, and the time that counted when it was made.
    clock_challenge    text,
    clock_challenge_at timestamptz,
    lease_token     uuid,
    lease_until     timestamptz,
    -- The latest times known are stored between commits too, and count when no license is held: so they have a seal of their
    -- own. It opens only beside id, version, these times, the challenge and known_license. A row without one is vouched for by the license that
    -- is sealed with the same values; without a license, what a license file says about time is not enough until the
    -- licensing server has answered.
    marks_secret_id text,
    marks_seal      bytea,
    -- About which version of the installation a replica is asking the licensing server by itself, and until when nobody else
    -- does, by PostgreSQL's clock.
    asking_version  bigint,
    asking_until    timestamptz,
    -- What the holder of the lease does, since when and for whom, so that every replica can tell. They are about the lease of
    -- lease_told alone.
    lease_told      uuid,
    lease_action    text,
    lease_since     timestamptz,
    lease_by        text,
    -- Since when and until when the licensing server asked to be left alone, by PostgreSQL's clock. All replicas keep it,
    -- also those that start meanwhile.
    server_pause_since timestamptz,
    server_pause_until timestamptz,
    CHECK ((lease_token IS NULL) = (lease_until IS NULL)),
    CHECK ((marks_secret_id IS NULL) = (marks_seal IS NULL)),
    CHECK ((clock_challenge IS NULL) = (clock_challenge_at IS NULL)),
    -- No service writes infinite times, and none can read them: one that somebody writes by hand would stop whoever reads
    -- the row, the look at what was changed by hand included. So it is with every time below.
    CHECK (isfinite(signed_time) AND isfinite(seen_time) AND isfinite(fresh_time) AND isfinite(clock_challenge_at)
        AND isfinite(server_pause_since) AND isfinite(server_pause_until))
);

-- What is known of each license, whether it is held or not. The seal of the times and that of the license open only beside
-- all of it.
CREATE TABLE known_license (
    license_id           text PRIMARY KEY,
    -- The newest certificate that was held, and what it grants: an older one counts only if it grants no more.
    issued_at            timestamptz,
    -- Their codes, one a line. Within a code a percent sign is %25, and a line feed %0A.
    entitlements         text,
    max_displays         integer,
    max_agiles           integer,
    ai_credits_per_month integer,
    -- Null for never.
    expires_at           timestamptz,
    grace_period_days    integer,
    state                text,
    -- What the licensing server said last, when, and about which seat.
    verdict              text,
    verdict_at           timestamptz,
    verdict_machine_id   text,
    CHECK (issued_at IS NOT NULL OR verdict_at IS NOT NULL),
    CHECK (num_nulls(issued_at, entitlements, max_displays, max_agiles, ai_credits_per_month, grace_period_days, state)
        IN (0, 7)),
    CHECK (issued_at IS NOT NULL OR expires_at IS NULL),
    CHECK (max_displays >= -1 AND max_agiles >= -1 AND ai_credits_per_month >= -1),
    CHECK (state IN ('usable', 'suspended', 'banned')),
    CHECK ((verdict IS NULL) = (verdict_at IS NULL)),
    CHECK (verdict IN ('good', 'suspended', 'banned', 'unknown', 'seat-removed') OR verdict ~ '^refused:.*[^[:space:]]'),
    CHECK (isfinite(issued_at) AND isfinite(expires_at) AND isfinite(verdict_at))
);

CREATE TABLE license (
    -- There is one installation, so that there is one license at most.
    installation_id uuid        PRIMARY KEY REFERENCES installation,
    secret_id       text        NOT NULL,
    -- Both encrypted. license_key opens only beside the very values that were stored with it: those below it down to
    -- verdict_at, accepted_as_older, counts_until, and version and times of the installation, and known_license.
    license_key     bytea       NOT NULL,
    certificate     bytea       NOT NULL,
    mode            text        NOT NULL CHECK (mode IN ('online', 'offline')),
    machine_id      text,
    activated_at    timestamptz NOT NULL,
    verdict         text        NOT NULL,
    verdict_at      timestamptz,
    last_attempt_at timestamptz,
    last_outcome    text,
    failures        integer     NOT NULL,
    next_attempt_at timestamptz,
    -- The licensing server's code where it gave its verdict and refused a check-in or a check-out beside it.
    refused_with    text,
    -- Whether the certificate was accepted although a newer one of the license was held before. Sealed with the key.
    accepted_as_older boolean   NOT NULL DEFAULT false,
    -- When a license file ceases to count by what the vendor had set when it was activated. Sealed with the key.
    counts_until    timestamptz,
    CHECK (mode = 'offline' OR (machine_id IS NOT NULL AND verdict_at IS NOT NULL)),
    CHECK (isfinite(activated_at) AND isfinite(verdict_at) AND isfinite(last_attempt_at) AND isfinite(next_attempt_at)
        AND isfinite(counts_until))
);

CREATE TABLE release (
    machine_id      text        PRIMARY KEY,
    server          text        NOT NULL,
    account         text        NOT NULL,
    license_id      text        NOT NULL,
    secret_id       text        NOT NULL,
    -- Encrypted; opens only beside the four values above.
    license_key     bytea       NOT NULL,
    state           text        NOT NULL CHECK (state IN ('reserved', 'queued', 'blocked')),
    since           timestamptz NOT NULL,
    attempts        integer     NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    last_error      text,
    CHECK (isfinite(since) AND isfinite(next_attempt_at))
);

-- The check-outs of the seat that this installation has made. Each is noted before it is made, so that it is not taken for
-- somebody else's. They are kept for 90 days.
CREATE TABLE check_out (
    id         uuid        PRIMARY KEY,
    -- Null while the machine is asked for by its fingerprint alone.
    machine_id text,
    -- When the licensing server had signed the validation before it, and when it has issued the machine file; null without one.
    sent_at    timestamptz NOT NULL,
    issued_at  timestamptz,
    CHECK (issued_at IS NULL OR machine_id IS NOT NULL),
    CHECK (isfinite(sent_at) AND isfinite(issued_at))
);

-- Those near a moment are looked at with each machine file.
CREATE INDEX check_out_sent_at ON check_out (sent_at);

-- The check-outs of the seat that somebody else has made, as machine files tell them: the last one of each day.
CREATE TABLE other_check_out (
    machine_id text        NOT NULL,
    -- In UTC.
    made_on    date        NOT NULL,
    made_at    timestamptz NOT NULL CHECK (isfinite(made_at)),
    PRIMARY KEY (machine_id, made_on)
);

-- That an older state than before was found here, the last time. It stays when an admin has confirmed it, so that a replica
-- that finds the same later does not tell it again.
CREATE TABLE rollback_seen (
    only_one       boolean     PRIMARY KEY CHECK (only_one),
    seen_at        timestamptz NOT NULL,
    -- Version, newest entry of the trail and signed time as a replica knew them, and as it found them.
    version_before bigint      NOT NULL,
    trail_before   bigint      NOT NULL,
    signed_before  timestamptz,
    version_after  bigint      NOT NULL,
    trail_after    bigint      NOT NULL,
    signed_after   timestamptz,
    confirmed      boolean     NOT NULL,
    CHECK (isfinite(seen_at) AND isfinite(signed_before) AND isfinite(signed_after))
);

CREATE TABLE signing_key (
    number          bigint      PRIMARY KEY,
    -- A copy of the database that has become an installation of its own has keys of its own, too.
    installation_id uuid        NOT NULL,
    public_key      bytea       NOT NULL,
    secret_id       text        NOT NULL,
    -- Encrypted; opens only beside the three values above it that are not the secret's id.
    private_key     bytea       NOT NULL,
    signs_from      timestamptz NOT NULL CHECK (isfinite(signs_from))
);

CREATE TABLE audit (
    -- Without gaps, so that a missing entry is noticed.
    id          bigint      PRIMARY KEY,
    at          timestamptz NOT NULL CHECK (isfinite(at)),
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
    -- Over everything else in the row and the mac of the entry before, with a key that is derived from the secret.
    mac         bytea       NOT NULL,
    -- The id of the request that an entry was written for; null where nobody has asked over HTTP.
    request     text,
    -- Of a change of standing by time: what time it was at least, and the signature that had set the time last, as in
    -- fresh_time of the installation. Since then it is no earlier.
    known_time  timestamptz,
    known_since timestamptz,
    -- What the detail tells, by name: an object of JSON, as it was signed. Null where there is nothing.
    facts       text,
    CHECK (known_time IS NOT NULL OR known_since IS NULL),
    CHECK (facts IS NULL OR known_time IS NULL),
    CHECK (isfinite(known_time) AND isfinite(known_since))
);

-- The newest such entry is looked for with each reading of the state.
CREATE INDEX audit_known_time ON audit (id) WHERE known_time IS NOT NULL;

-- An entry is looked for by it after an answer was lost.
CREATE INDEX audit_request ON audit (request) WHERE request IS NOT NULL;

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
    standing_at timestamptz CHECK (isfinite(standing_at)),
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
-- An entry whose time is still to come was written by a clock that was ahead. It is no younger than an old one behind it,
-- and does not keep the old ones around it from being forgotten.
-- The setting is made in the body: as a clause of the function only a superuser may make it, also when a dump is restored.
CREATE FUNCTION audit_forget(through bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    youngest CONSTANT timestamptz := clock_timestamp() - INTERVAL '30 days';
BEGIN
    IF EXISTS (SELECT FROM audit WHERE id <= through AND at > youngest AND at <= clock_timestamp())
        OR NOT EXISTS (SELECT FROM audit WHERE id = through AND at <= youngest)
    THEN
        RAISE EXCEPTION 'Entries of the last 30 days are not forgotten.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('licensing.forgetting', 'on', true);
    DELETE FROM audit WHERE id <= through;
    PERFORM set_config('licensing.forgetting', 'off', true);
END
$$;

REVOKE EXECUTE ON FUNCTION audit_forget FROM PUBLIC;

-- With the owner's rights no table of the caller's may be taken for one of these.
DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION audit_forget SET search_path = %I, pg_temp', current_schema());
END
$$;
