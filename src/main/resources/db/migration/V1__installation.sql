CREATE TABLE installation (
    id          uuid        PRIMARY KEY,
    -- Always true, so that there is one row at most, even when two replicas start for the first time at once.
    only_one    boolean     NOT NULL DEFAULT true UNIQUE CHECK (only_one),
    fingerprint text        NOT NULL CHECK (fingerprint ~ '^[A-Za-z0-9._:-]{1,128}$'),
    version     bigint      NOT NULL DEFAULT 0,
    revision    bigint      NOT NULL DEFAULT 0,
    signed_time timestamptz,
    seen_time   timestamptz,
    lease_token uuid,
    lease_until timestamptz,
    CHECK ((lease_token IS NULL) = (lease_until IS NULL))
);

-- No certificate of a license issued before this moment counts any more.
CREATE TABLE issued_floor (
    license_id text        PRIMARY KEY,
    issued_at  timestamptz NOT NULL
);

CREATE TABLE license (
    -- There is one installation, so that there is one license at most.
    installation_id uuid        PRIMARY KEY REFERENCES installation,
    secret_id       text        NOT NULL,
    -- Both encrypted. license_key opens only beside the very values that were stored with it: those below it down to
    -- verdict_at, and version, times and floors of the installation.
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
    CHECK (mode = 'offline' OR (machine_id IS NOT NULL AND verdict_at IS NOT NULL))
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
    last_error      text
);

CREATE TABLE audit (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    who     text        NOT NULL,
    what    text        NOT NULL,
    outcome text        NOT NULL
);
