-- The id of the request that an entry was written for; null where nobody has asked over HTTP, and before this version.
ALTER TABLE audit ADD COLUMN request text;

-- An entry is looked for by it after an answer was lost.
CREATE INDEX audit_request ON audit (request) WHERE request IS NOT NULL;
