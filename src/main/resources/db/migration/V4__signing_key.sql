CREATE TABLE signing_key (
    number          bigint      PRIMARY KEY,
    -- A copy of the database that has become an installation of its own has keys of its own, too.
    installation_id uuid        NOT NULL,
    public_key      bytea       NOT NULL,
    secret_id       text        NOT NULL,
    -- Encrypted; opens only beside the three values above it that are not the secret's id.
    private_key     bytea       NOT NULL,
    signs_from      timestamptz NOT NULL
);
