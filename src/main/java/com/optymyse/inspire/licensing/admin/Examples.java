package com.optymyse.inspire.licensing.admin;

/** What the API description shows for bodies; {@code ExamplesTest} holds them to the records. */
final class Examples {

    static final String ONLINE = """
            {"method": "online", "licenseKey": "DEMO-ENTERPRISE"}""";

    static final String PREVIEWED = """
            {"method": "online", "licenseKey": "DEMO-ENTERPRISE",
             "previewed": "12.vD3wFzqB7hR0eTn2yK5mXc8aUj4LsP1oGi6dQb9fEkA.Zt0nWq5rHc2JxVy8uMb4kDf7gSa1pLo3eIi6OvXhRjw"}""";

    static final String OFFLINE = """
            {"method": "offline", "licenseKey": "DEMO-ENTERPRISE",
             "licenseFile": "-----BEGIN MACHINE FILE-----\\neyJlbmMiOiI…\\n-----END MACHINE FILE-----\\n"}""";

    static final String LICENSED = """
            {"licensed": true, "standing": "licensed", "reason": null, "until": "2026-11-25T10:00:00Z", "now": "2026-11-23T12:00:00Z",
             "license": {"key": "DEMO-ENTERPRISE", "name": "Enterprise", "status": "active", "validationMode": "online",
               "createdAt": "2026-01-05T09:30:00Z", "expiresAt": null, "lastValidatedAt": "2026-11-23T10:00:00Z",
               "certificateIssuedAt": "2026-11-23T10:00:00Z", "certificateExpiresAt": "2026-12-07T10:00:00Z"},
             "limits": {"maxDisplays": 500, "maxAgiles": -1, "aiCreditsPerMonth": 10000},
             "entitlements": [{"code": "SSO_SAML", "feature": "SAML/OIDC single sign-on", "granted": true}], "asSigned": null,
             "forecast": [{"at": "2026-11-25T10:00:00Z", "standing": "grace", "reason": "server-unreachable",
               "if": "server stays unreachable"}],
             "revalidation": {"lastAttemptAt": "2026-11-23T10:00:00Z", "outcome": "good",
               "nextAttemptAt": "2026-11-24T10:12:00Z"},
             "installation": {"id": "b1946ac9-2492-4d23-84c6-235b4d261118",
                              "fingerprint": "b1946ac9-2492-4d23-84c6-235b4d261118", "trust": "built-in", "clockChallenge": null,
                              "fileRequest": "Please issue a license file (.lic) for offline activation of Inspire. …",
                              "agents": [], "version": "1.0.0", "trail": 42, "pendingReleases": []}, "reader": "jane",
             "underWay": null, "problems": [], "revision": 12}""";

    static final String UNLICENSED = """
            {"licensed": false, "standing": "unlicensed", "reason": "not-activated", "until": null, "now": "2026-11-23T12:00:00Z", "license": null,
             "limits": {"maxDisplays": 0, "maxAgiles": 0, "aiCreditsPerMonth": 0},
             "entitlements": [{"code": "SSO_SAML", "feature": "SAML/OIDC single sign-on", "granted": false}], "asSigned": null,
             "forecast": [], "revalidation": null,
             "installation": {"id": "b1946ac9-2492-4d23-84c6-235b4d261118",
                              "fingerprint": "b1946ac9-2492-4d23-84c6-235b4d261118", "trust": "built-in", "clockChallenge": null,
                              "fileRequest": "Please issue a license file (.lic) for offline activation of Inspire. …",
                              "agents": [], "version": "1.0.0", "trail": 42, "pendingReleases": []}, "reader": "jane",
             "underWay": null, "problems": [], "revision": 13, "release": "completed"}""";

    static final String PREVIEW = """
            {"name": {"before": "Starter", "after": "Enterprise"},
             "expiresAt": {"before": "2027-11-23T10:00:00Z", "after": null},
             "gained": [{"code": "SSO_SAML", "feature": "SAML/OIDC single sign-on"}], "lost": [],
             "kept": [{"code": "DEVICE_GROUPS", "feature": "Device group management"}],
             "limits": {"before": {"maxDisplays": 10, "maxAgiles": 5, "aiCreditsPerMonth": 100},
               "after": {"maxDisplays": 500, "maxAgiles": 0, "aiCreditsPerMonth": 10000}}, "fileEndsAt": null,
             "problems": [{"code": "limit-missing",
               "detail": "The license's metadata has no maxAgiles, so it counts as 0.", "values": {"field": "maxAgiles"}}],
             "digest": "12.vD3wFzqB7hR0eTn2yK5mXc8aUj4LsP1oGi6dQb9fEkA.Zt0nWq5rHc2JxVy8uMb4kDf7gSa1pLo3eIi6OvXhRjw"}""";

    static final String HISTORY = """
            {"entries": [{"id": 42, "at": "2026-11-23T10:00:00Z", "actor": "jane", "action": "activate",
               "outcome": "succeeded", "code": null, "detail": "A license was activated online.", "values": {"method": "online"},
               "licenseKey": "33362C…0-V3", "standing": "licensed", "request": "3f2b8c1e-activate"}],
             "next": 17}""";

    static final String SOUND_TRAIL = """
            {"sound": true, "entries": 42, "first": 1, "last": 42, "faultAt": null, "problem": null}""";

    private Examples() {}
}
