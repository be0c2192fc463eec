/** The API's types. Made by openapi-typescript from openapi/openapi.yaml, see openapi/README.md: change that one. */

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that verify signed snapshots
         * @description The service publishes a key one day before it signs with it, and until the last snapshot with its signature has expired. Fetch the set again when a snapshot names an unknown key.
         */
        get: operations["keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is licensed
         * @description Whether the installation is licensed, all entitlements (granted or not), and the limits. With `code`, the list has only that entitlement.
         */
        get: operations["entitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entitlements/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is licensed, now and after each change
         * @description Server-sent events named `entitlements`: one at once, and one after each change. The data of an event is the answer of `GET /entitlements`, and its id is the ETag of that answer. The service may skip intermediate states, but always sends the latest one. A client that reconnects with the id of the current state gets a comment instead of an event. The service ends the stream in the last 30 seconds of the token's validity. Then wait as many milliseconds as `retry` says, and reconnect with a new token.
         */
        get: operations["entitlementStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entitlements/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is licensed, signed
         * @description A JWT (compact JWS, ES256, `typ` licensing-snapshot+jwt) that a service verifies by itself with the keys of /.well-known/jwks.json. `iss` is `urn:uuid:` and the id of this installation; refuse any other issuer. `aud` is inspire. `exp` is at most 24 hours away, and never later than the next loss of an entitlement. `trail` is the number of the newest entry of the audit trail. The other claims are the fields of GET /entitlements.
         */
        get: operations["snapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entitlements/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether one entitlement is granted
         * @description An entitlement that Inspire or the license knows. For a code that is also a path here, such as `token`, use `GET /entitlements?code=`.
         */
        get: operations["entitlement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/license": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The license, its limits and entitlements, and expected changes
         * @description The service answers from memory, even if the database or the licensing server is not available.
         */
        get: operations["status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/license/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a license; it replaces the present one
         * @description Online with the license key, or offline with the key and a signed license file. A refused activation changes nothing. The operation is idempotent. With the digest of a preview, the service activates exactly what the preview showed. If that is no longer possible, it refuses, and answers with the current preview.
         */
        post: operations["activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/license/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the license from this installation
         * @description The installation is unlicensed at once. The service releases the seat at the licensing server now, or retries until it succeeds.
         */
        post: operations["deactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/license/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history of the license
         * @description Each change of the license, the verdict or the standing, and each refused attempt, newest first. The service keeps entries for licensing.audit.keep.
         */
        get: operations["history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/license/history/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify the audit trail
         * @description The service reads the whole audit trail, and names the first entry that is missing or was changed.
         */
        get: operations["verifyHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/license/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview an activation
         * @description A preview changes nothing, here or at the licensing server.
         */
        post: operations["preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/license/releases/{machineId}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss a blocked release of a seat
         * @description The service does not retry the release any more. The seat stays taken at the licensing server until the vendor releases it.
         */
        post: operations["dismissRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/license/releases/{machineId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a blocked release of a seat
         * @description The service asks the licensing server now. If the server refuses again, the release stays blocked. The field `pendingReleases` of the answer shows the result.
         */
        post: operations["retryRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/license/revalidate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Re-validate the license at the licensing server now
         * @description A verdict against the license is not an error: the status is 200, with the new standing.
         */
        post: operations["revalidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/license/rollback/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the older state that was found in the database
         * @description All replicas stop reporting the problem `state-rolled-back`. Nothing else changes.
         */
        post: operations["confirmRollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The licensed limits
         * @description -1 means unlimited. A limit applies when something is added. It never stops what already runs.
         */
        get: operations["limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ofrep/v1/evaluate/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All flags, and the address of their event stream
         * @description The values of all flags, and the address of the stream that says when to evaluate again. The values are the same for every context.
         */
        post: operations["flags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ofrep/v1/evaluate/flags/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One flag
         * @description Boolean flags are the entitlement codes and `LICENSED`. Integer flags are `MAX_DISPLAYS`, `MAX_AGILES` and `AI_CREDITS_PER_MONTH`; unlimited is 2147483647, with the variant `unlimited`.
         */
        post: operations["flag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ofrep/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An event after each change of flags
         * @description Server-sent events that say when to evaluate again, and nothing else. The data of an event is a `Notification`. The answer for all flags contains the address of this stream, with its capability.
         */
        get: operations["flagEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All problems
         * @description The problems for which the service refuses requests, and those that a license status can name.
         */
        get: operations["problems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One problem
         * @description The page that the `type` of a problem points to.
         */
        get: operations["problem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An activation with only a license key, or with a license key and a license file. The field `method` says which. */
        ActivationRequest: components["schemas"]["OnlineActivation"] | components["schemas"]["OfflineActivation"];
        /** @description The limits and entitlements in the certificate of a license that is not in force. */
        AsSigned: {
            limits: components["schemas"]["Limits"];
            /** @description Every entitlement that Inspire or the license knows; those in the certificate are granted */
            entitlements: components["schemas"]["Entitlement"][];
        };
        /** @description The values of all flags, in the form of OFREP 0.3.0. */
        BulkEvaluation: {
            /** @description Every flag */
            flags: components["schemas"]["Flag"][];
            metadata: components["schemas"]["Metadata"];
            /** @description The event streams that report changes */
            eventStreams: components["schemas"]["EventSource"][];
        };
        /** @description A time now and after the activation. */
        ChangeInstant: {
            /**
             * Format: date-time
             * @description The present value, in UTC; null for never, or if there is no license
             */
            before: string | null;
            /**
             * Format: date-time
             * @description The value after the activation, in UTC; null for never
             */
            after: string | null;
        };
        /** @description The limits now and after the activation. */
        ChangeLimits: {
            before: components["schemas"]["Limits"];
            after: components["schemas"]["Limits"];
        };
        /** @description A text now and after the activation. */
        ChangeString: {
            /** @description The present value; null if there is none */
            before: string | null;
            /** @description The value after the activation; null if there is none */
            after: string | null;
        };
        /** @description An expected change of the standing. */
        Coming: {
            /**
             * Format: date-time
             * @description The time of the change, in UTC
             */
            at: string;
            /**
             * @description The standing after the change
             * @enum {string}
             */
            standing: "licensed" | "grace" | "restricted" | "unlicensed";
            /** @description The reason for the new standing. At present: `server-unreachable`, `license-expired`, `license-suspended`, `license-banned`, `license-unknown`, `refused-by-server`, `seat-removed`, `offline-not-entitled`, `certificate-ended`, `certificate-unverifiable`, `not-activated`. Later versions may add more. */
            reason: string;
            /** @description The condition under which the standing changes. At present: `server stays unreachable`, `license is not renewed`, `certificate is not renewed`, `no newer license file is activated`. Later versions may add more. */
            if: string;
        };
        /** @description The evaluation context, at most 64 kB. Flags have the same values for every context. */
        Context: {
            /** @description The targeting key, which names the caller; null or absent if there is none */
            targetingKey?: string | null;
        };
        /** @description The license of this installation. */
        Details: {
            /** @description The license key */
            key: string;
            /** @description The vendor's name for the license; null if it has none */
            name: string | null;
            /**
             * @description The status of the license, as the vendor last signed it
             * @enum {string}
             */
            status: "active" | "expired" | "suspended";
            /**
             * @description The kind of validation. `online`: the service asks the licensing server every day. `offline`: a signed license file proves the license.
             * @enum {string}
             */
            validationMode: "online" | "offline";
            /**
             * Format: date-time
             * @description When the vendor created the license, in UTC; null if unknown
             */
            createdAt: string | null;
            /**
             * Format: date-time
             * @description When the license expires, in UTC; null for never
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description The signed time of the licensing server's last verdict, in UTC; null for an offline license
             */
            lastValidatedAt: string | null;
            /**
             * Format: date-time
             * @description When the vendor issued the certificate that proves the license, in UTC; null if there is none
             */
            certificateIssuedAt: string | null;
            /**
             * Format: date-time
             * @description When the certificate that proves the license expires, in UTC; null for never, or if there is none
             */
            certificateExpiresAt: string | null;
        };
        /** @description The address of the stream, on the host that answered the evaluation. */
        Endpoint: {
            /**
             * Format: uri-reference
             * @description The path and the query. They open the stream without a token, so keep them secret.
             */
            requestUri: string;
        };
        /** @description A feature of Inspire, and whether it may be used. */
        Entitlement: {
            /** @description The vendor's code of the entitlement. At present: `DEVICE_GROUPS`, `VIDEO_WALL_SYNC`, `SCREEN_SHARE_WEBRTC`, `DIRECT_RENDERER`, `ON_PREMISE_DEPLOYMENT`, `SSO_SAML`, `MFA`, `OBSERVABILITY`, `MULTI_TENANT`, `OFFLINE_LICENSING`. Later versions may add more. */
            code: string;
            /** @description The name of the feature, for people */
            feature: string;
            /** @description Whether the installation may use it now */
            granted: boolean;
        };
        /** @description The licensed entitlements and limits, for the services of Inspire. */
        EntitlementsAnswer: {
            /** @description Whether entitlements and limits are in force now */
            licensed: boolean;
            /**
             * @description The standing of the installation; with `grace` it is still licensed
             * @enum {string}
             */
            standing: "licensed" | "grace" | "restricted" | "unlicensed";
            /**
             * Format: int64
             * @description A number that rises with each visible change of the installation
             */
            revision: number;
            /** @description Every entitlement that Inspire or the license knows, granted or not; only the requested one if the request has a `code` */
            entitlements: components["schemas"]["Entitlement"][];
            limits: components["schemas"]["Limits"];
        };
        /** @description An entry of the audit trail. */
        Entry: {
            /**
             * Format: int64
             * @description The number of the entry; numbers are consecutive
             */
            id: number;
            /**
             * Format: date-time
             * @description The time of the entry, in UTC
             */
            at: string;
            /** @description The name of the admin or operator who acted; null for the service itself */
            actor: string | null;
            /** @description The action or the event. At present: `activate`, `replace`, `revalidate`, `deactivate`, `standing`, `release`, `dismiss-release`, `detach`, `seat-shared`, `state-rolled-back`, `confirm-rollback`. Later versions may add more. */
            action: string;
            /** @description The outcome. `refused`: the license, the file or the licensing server does not allow it. `failed`: an error prevented a decision. At present: `succeeded`, `refused`, `failed`. Later versions may add more. */
            outcome: string;
            /** @description The code of the problem, or the reason for the standing; null if there is none. At present: `invalid-request`, `unauthorized`, `forbidden`, `not-found`, `method-not-allowed`, `not-acceptable`, `request-timeout`, `unsupported-media-type`, `not-licensed`, `offline-license`, `operation-in-progress`, `preview-outdated`, `release-not-blocked`, `license-key-unknown`, `license-expired`, `license-suspended`, `license-banned`, `license-other-product`, `license-not-allowed`, `machine-limit-reached`, `fingerprint-taken`, `offline-not-entitled`, `offline-not-listed`, `license-file-malformed`, `license-file-incomplete`, `license-file-not-genuine`, `license-file-not-opened`, `license-file-expired`, `license-file-older`, `license-file-other-machine`, `license-file-other-product`, `clock-set-back`, `clock-wrong`, `too-large`, `headers-too-large`, `too-many-requests`, `licensing-server-error`, `licensing-server-untrusted`, `licensing-server-unreachable`, `licensing-server-busy`, `identity-provider-unreachable`, `store-unavailable`, `starting`, `stopping`, `internal-error`, `server-unreachable`, `license-unknown`, `refused-by-server`, `seat-removed`, `certificate-ended`, `certificate-unverifiable`, `not-activated`. Later versions may add more. */
            code: string | null;
            /** @description The description of the entry, for people */
            detail: string;
            /** @description The facts in the detail by name: texts, numbers, booleans, and times in ISO 8601. Entries of earlier versions have none. */
            values: {
                [key: string]: unknown;
            };
            /** @description The license key of the entry, masked: at most its first six and last four characters; null if there is none. The mask of an entry never changes. */
            licenseKey: string | null;
            /**
             * @description The standing after the entry; null if the entry can't change the standing
             * @enum {string|null}
             */
            standing: "licensed" | "grace" | "restricted" | "unlicensed" | null;
            /** @description The `X-Request-Id` of the request that caused the entry; null if no request did */
            request: string | null;
        };
        /** @description The value of one flag, in the form of OFREP 0.3.0. */
        Evaluation: {
            /** @description The code of an entitlement, or `LICENSED`, `MAX_DISPLAYS`, `MAX_AGILES` or `AI_CREDITS_PER_MONTH` */
            key: string;
            /** @description A boolean; for a limit an integer, where 2147483647 means unlimited */
            value: boolean | number;
            /** @description Always `STATIC`: the value is the same for every context */
            reason: string;
            /** @description `on` or `off`. For a limit: `unlimited`, or absent if the limit is a number. */
            variant?: string;
            metadata: components["schemas"]["Metadata"];
        };
        /** @description The request of an OFREP client. The service ignores other fields. */
        EvaluationRequest: {
            /** @description The evaluation context; null or absent if there is none */
            context?: components["schemas"]["Context"] | (null);
        };
        /** @description A stream that says when to evaluate again. */
        EventSource: {
            /**
             * @description The type of the stream: server-sent events
             * @enum {string}
             */
            type: "sse";
            endpoint: components["schemas"]["Endpoint"];
            /**
             * Format: int32
             * @description Seconds without user activity after which a client may close the stream
             */
            inactivityDelaySec: number;
        };
        /** @description The value of one flag in the answer for all flags, in the form of OFREP 0.3.0. */
        Flag: {
            /** @description The code of an entitlement, or `LICENSED`, `MAX_DISPLAYS`, `MAX_AGILES` or `AI_CREDITS_PER_MONTH` */
            key: string;
            /** @description A boolean; for a limit an integer, where 2147483647 means unlimited */
            value: boolean | number;
            /** @description Always `STATIC`: the value is the same for every context */
            reason: string;
            /** @description `on` or `off`. For a limit: `unlimited`, or absent if the limit is a number. */
            variant?: string;
            /** @description Always empty: the metadata of the whole answer applies to all flags */
            metadata: {
                [key: string]: unknown;
            };
        };
        /** @description A page of the audit trail. */
        HistoryAnswer: {
            /** @description The entries, newest first */
            entries: components["schemas"]["Entry"][];
            /**
             * Format: int64
             * @description The value of `before` for the next page; null on the last page
             */
            next: number | null;
        };
        /** @description This installation, and its seats that are still to be released. */
        Installation: {
            /**
             * Format: uuid
             * @description The id of the installation. It follows `urn:uuid:` in the `iss` of signed snapshots.
             */
            id: string;
            /** @description The name by which the vendor knows this installation */
            fingerprint: string;
            /**
             * @description The source of the vendor's public keys: built into the package, or configured
             * @enum {string}
             */
            trust: "built-in" | "configured";
            /** @description A text that proves that a license file is new. The vendor writes it as `clockChallenge` into the metadata of the machine, or of the license for a file of that kind. Such a file sets the time of this installation to its issue date. Null while the time is not in doubt. */
            clockChallenge: string | null;
            /** @description The text to send to the vendor to get a license file for this installation */
            fileRequest: string;
            /** @description The Java agents of the replica that answers, for example for tracing: their files or libraries, in the order of its JVM options. An agent can change what the service does. */
            agents: string[];
            /** @description The version of the replica that answers */
            version: string;
            /**
             * Format: int64
             * @description The number of the newest entry of the audit trail that this replica has seen; 0 for none
             */
            trail: number;
            /** @description Seats that are not released at the licensing server yet */
            pendingReleases: components["schemas"]["PendingRelease"][];
        };
        /** @description The keys that verify signed snapshots: a JWK Set (RFC 7517). */
        JsonWebKeys: {
            /** @description The keys whose signatures are valid, and the next signing key, oldest first */
            keys: components["schemas"]["Key"][];
        };
        /** @description A public key (RFC 7517). */
        Key: {
            /** @description The type of the key: `EC`, an elliptic curve */
            kty: string;
            /** @description The id of the key, as in the header of a snapshot */
            kid: string;
            /** @description The use of the key: `sig`, signatures */
            use: string;
            /** @description The algorithm of the signatures: `ES256` */
            alg: string;
            /** @description The curve: `P-256` */
            crv: string;
            /** @description The first coordinate of the public point, in base64url */
            x: string;
            /** @description The second coordinate of the public point, in base64url */
            y: string;
        };
        /** @description Everything about the installation's license, for an admin. */
        LicenseAnswer: {
            /** @description Whether entitlements and limits are in force now */
            licensed: boolean;
            /**
             * @description The standing of the installation. `grace`: everything still works, but an admin should act. `restricted`: the license is not in force now.
             * @enum {string}
             */
            standing: "licensed" | "grace" | "restricted" | "unlicensed";
            /** @description The reason why the standing is not `licensed`; null if it is. At present: `server-unreachable`, `license-expired`, `license-suspended`, `license-banned`, `license-unknown`, `refused-by-server`, `seat-removed`, `offline-not-entitled`, `certificate-ended`, `certificate-unverifiable`, `not-activated`. Later versions may add more. */
            reason: string | null;
            /**
             * Format: date-time
             * @description When the standing changes next if nothing else happens, in UTC; null for never
             */
            until: string | null;
            /**
             * Format: date-time
             * @description The time that the service uses for the license, in UTC. It is the time of the server's clock, or the latest recorded time if that is later.
             */
            now: string;
            /** @description The license of this installation; null if there is none */
            license: components["schemas"]["Details"] | (null);
            limits: components["schemas"]["Limits"];
            /** @description Every entitlement that Inspire or the license knows, granted or not */
            entitlements: components["schemas"]["Entitlement"][];
            /** @description The limits and entitlements in the certificate of a license that is not in force. Null if the license is in force, or if no certificate proves it. */
            asSigned: components["schemas"]["AsSigned"] | (null);
            /** @description The expected changes of the standing, soonest first */
            forecast: components["schemas"]["Coming"][];
            /** @description The last and the next re-validation; null if no license is validated online */
            revalidation: components["schemas"]["Revalidations"] | (null);
            installation: components["schemas"]["Installation"];
            /** @description The name of the admin who sent the request, as in the history */
            reader: string;
            /** @description The operation that is changing the license now, on any replica; null if there is none */
            underWay: components["schemas"]["UnderWayAnswer"] | (null);
            /** @description Problems that an admin should look at. They refuse nothing. */
            problems: components["schemas"]["ProblemAnswer"][];
            /**
             * Format: int64
             * @description A number that rises with each visible change of the installation
             */
            revision: number;
            /**
             * @description Only in the answer to a deactivation: whether the licensing server has confirmed that the seat is free. `pending`: the service retries until the server confirms it. `not-possible`: the service can't release the seat.
             * @enum {string}
             */
            release?: "completed" | "pending" | "not-possible";
            /** @description Only in the answer to a deactivation that could not release the seat: the next step for the admin */
            releaseDetail?: string;
        };
        /** @description The licensed limits. A limit applies when something is added. It never stops what already runs. */
        Limits: {
            /**
             * Format: int32
             * @description The number of display endpoints, 0 or more; -1 means unlimited
             */
            maxDisplays: number;
            /**
             * Format: int32
             * @description The number of agile and dashboard endpoints, 0 or more; -1 means unlimited
             */
            maxAgiles: number;
            /**
             * Format: int32
             * @description The number of AI credits per month, 0 or more; -1 means unlimited
             */
            aiCreditsPerMonth: number;
        };
        /** @description The state of the installation that the values come from. */
        Metadata: {
            /**
             * @description The standing of the installation; with `grace` it is still licensed
             * @enum {string}
             */
            standing: "licensed" | "grace" | "restricted" | "unlicensed";
            /**
             * Format: int64
             * @description A number that rises with each visible change of the installation
             */
            revision: number;
        };
        /** @description An entitlement and its feature. */
        Named: {
            /** @description The vendor's code of the entitlement. At present: `DEVICE_GROUPS`, `VIDEO_WALL_SYNC`, `SCREEN_SHARE_WEBRTC`, `DIRECT_RENDERER`, `ON_PREMISE_DEPLOYMENT`, `SSO_SAML`, `MFA`, `OBSERVABILITY`, `MULTI_TENANT`, `OFFLINE_LICENSING`. Later versions may add more. */
            code: string;
            /** @description The name of the feature, for people */
            feature: string;
        };
        /** @description An activation with the license key and a signed license file, without the licensing server. */
        OfflineActivation: {
            /**
             * @description The method of the activation (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "offline";
            /** @description The license key as pasted. The service removes blanks around it, line ends and invisible characters. If this key is unknown or does not open the license file, the service tries the text once more without a label, quotes, blanks and a full stop. */
            licenseKey: string;
            /** @description The whole content of the license file (.lic). The body of the request has at most 3 MB. */
            licenseFile: string;
            /** @description This field has no effect; it remains for older clients. The service accepts an older license file if it grants no more than the newest certificate of the license that it knows. */
            acceptOlder?: boolean;
            /** @description The digest of the preview that the user saw. The service refuses an activation with another result. A preview ignores this field. */
            previewed?: string;
            /**
             * Format: int64
             * @description For a user who saw no preview, instead of `previewed`: the `revision` that the user saw. The service refuses the activation if the installation has changed since then.
             */
            expectedRevision?: number;
        };
        /** @description An activation with only the license key. The service asks the licensing server. */
        OnlineActivation: {
            /**
             * @description The method of the activation (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "online";
            /** @description The license key as pasted. The service removes blanks around it, line ends and invisible characters. If this key is unknown or does not open the license file, the service tries the text once more without a label, quotes, blanks and a full stop. */
            licenseKey: string;
            /** @description The digest of the preview that the user saw. The service refuses an activation with another result. A preview ignores this field. */
            previewed?: string;
            /**
             * Format: int64
             * @description For a user who saw no preview, instead of `previewed`: the `revision` that the user saw. The service refuses the activation if the installation has changed since then.
             */
            expectedRevision?: number;
        };
        /** @description A seat that is not released yet, with the data that the vendor's support needs to release it manually. */
        PendingRelease: {
            /** @description The id of the seat at the licensing server */
            machineId: string;
            /** @description The key of the license that has the seat, masked: at most its first six and last four characters */
            licenseKey: string;
            /**
             * Format: date-time
             * @description When the release first became due, in UTC
             */
            since: string;
            /**
             * Format: int32
             * @description The number of attempts so far
             */
            attempts: number;
            /** @description The state of the release. `queued`: the service retries until the seat is released. `blocked`: the licensing server has refused the release. `unknown`: a newer version of the service wrote it, and this version does not handle it. At present: `queued`, `blocked`, `unknown`. Later versions may add more. */
            state: string;
            /** @description The error of the last attempt, as text for people; null before the first attempt */
            lastError: string | null;
        };
        /** @description The changes that an activation would make. */
        PreviewAnswer: {
            name: components["schemas"]["ChangeString"];
            expiresAt: components["schemas"]["ChangeInstant"];
            /** @description The entitlements that the activation adds */
            gained: components["schemas"]["Named"][];
            /** @description The entitlements that the activation removes */
            lost: components["schemas"]["Named"][];
            /** @description The entitlements that are granted before and after the activation */
            kept: components["schemas"]["Named"][];
            limits: components["schemas"]["ChangeLimits"];
            /**
             * Format: date-time
             * @description When the license file expires here, in UTC; null for an online activation, and for never
             */
            fileEndsAt: string | null;
            /** @description Problems of the new license that an admin should look at */
            problems: components["schemas"]["ProblemAnswer"][];
            /** @description The digest of this preview. An activation with this digest in `previewed` has exactly this result, or is refused. */
            digest: string;
        };
        /** @description The reason why a request was refused or failed, as in RFC 9457. Programs decide by `code`. `operation-in-progress` also has `underWay` and `until` if they are known. `fingerprint-taken` usually has `holder`. `preview-outdated` has `preview`, the current preview of the activation. */
        Problem: {
            /**
             * Format: uri-reference
             * @description The address of the page with cause and fix
             * @example /problems/license-expired
             */
            type: string;
            /**
             * @description The name of the problem, in a few words
             * @example License expired
             */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status of the answer
             * @example 422
             */
            status: number;
            /**
             * @description The fault of this request and the next step, for the user
             * @example The license expired on 2026-10-31.
             */
            detail: string;
            /**
             * @description The next step of the calling program, for its developer. Do not show it to the user.
             * @example Show the member detail to the user. The same request fails until the user has solved the problem.
             */
            client: string;
            /**
             * @description The stable code of the problem. At present: `invalid-request`, `unauthorized`, `forbidden`, `not-found`, `method-not-allowed`, `not-acceptable`, `request-timeout`, `unsupported-media-type`, `not-licensed`, `offline-license`, `operation-in-progress`, `preview-outdated`, `release-not-blocked`, `license-key-unknown`, `license-expired`, `license-suspended`, `license-banned`, `license-other-product`, `license-not-allowed`, `machine-limit-reached`, `fingerprint-taken`, `offline-not-entitled`, `offline-not-listed`, `license-file-malformed`, `license-file-incomplete`, `license-file-not-genuine`, `license-file-not-opened`, `license-file-expired`, `license-file-older`, `license-file-other-machine`, `license-file-other-product`, `clock-set-back`, `clock-wrong`, `too-large`, `headers-too-large`, `too-many-requests`, `licensing-server-error`, `licensing-server-untrusted`, `licensing-server-unreachable`, `licensing-server-busy`, `identity-provider-unreachable`, `store-unavailable`, `starting`, `stopping`, `internal-error`. Later versions may add more.
             * @example license-expired
             */
            code: string;
            /**
             * @description The name of the wrong field of the request; absent if no single field is wrong
             * @example licenseKey
             */
            field?: string;
            /**
             * Format: uri
             * @description The id of this error in the service's log; only for unexpected errors
             */
            instance?: string;
            /** @description The facts in the detail by name: texts, numbers, booleans, and times in ISO 8601. Absent if there are no facts. */
            values?: {
                [key: string]: unknown;
            };
            preview?: components["schemas"]["PreviewAnswer"];
            underWay?: components["schemas"]["UnderWayAnswer"];
            /**
             * Format: date-time
             * @description When the lease of the running operation ends if the operation does not renew it, in UTC; only with `operation-in-progress`
             */
            until?: string;
            /** @description The licensing server's own code of the limit; only with `machine-limit-reached` */
            serverCode?: string;
            /** @description The right field for a text that was sent in a wrong field, if the service is certain. Only with `invalid-request` and `license-file-malformed`. */
            belongsIn?: string;
            /** @description The installations that have the seats; only with `machine-limit-reached`, and only if the license key has the permission to list them */
            seats?: {
                /**
                 * Format: int32
                 * @description The number of taken seats
                 */
                count: number;
                /** @description At most ten of the installations, not necessarily the newest. The one that fetched its certificate last comes first. */
                newest: {
                    /** @description The name by which the vendor knows the installation */
                    fingerprint: string;
                    /** @description The display name of the installation at the vendor; null if it has none */
                    name: string | null;
                    /**
                     * Format: date-time
                     * @description When the installation last fetched its certificate, in UTC; null for never
                     */
                    lastCheckOut: string | null;
                }[];
            };
            /** @description The license that has the seat; only with `fingerprint-taken`. `present-license`: the present license has a seat that may block this activation; deactivate it first. `present-license-blocked`: the present license may have the seat, but its key has no permission to release it. `present-license-removed`: the vendor has removed the present license; try again in a minute. `present-license-offline`: the present license may have the seat, but it is offline, and the licensing server can't be asked about it. `earlier-license`: the seat of an earlier license is not released yet. `another-license`: this installation does not know the license. `unknown`: the licensing server gave no response. Later versions may add more. */
            holder?: string;
        };
        /** @description A problem that an admin should look at. It refuses nothing. */
        ProblemAnswer: {
            /**
             * @description The stable code of the problem; the page /problems/{code} has cause and fix. At present: `limit-missing`, `limit-invalid`, `grace-period-invalid`, `entitlement-code-similar`, `entitlement-code-ambiguous`, `refused-by-server`, `certificate-not-renewed`, `certificate-unverifiable`, `certificate-older`, `stored-license-edited`, `known-time-edited`, `host-clock-behind`, `host-clock-differs`, `database-clock-differs`, `fingerprint-differs`, `state-not-current`, `time-not-stored`, `audit-trail-unsound`, `seat-shared`, `state-rolled-back`. Later versions may add more.
             * @example limit-missing
             */
            code: string;
            /** @description The problem, in full sentences */
            detail: string;
            /** @description The facts in the detail by name: texts, numbers, booleans, and times in ISO 8601 */
            values: {
                [key: string]: unknown;
            };
        };
        /** @description One kind of problem, with its cause and its fix. */
        ProblemPage: {
            /**
             * Format: uri-reference
             * @description The address of this page, as in the `type` of a problem
             */
            type: string;
            /** @description The stable code of the problem. At present: `invalid-request`, `unauthorized`, `forbidden`, `not-found`, `method-not-allowed`, `not-acceptable`, `request-timeout`, `unsupported-media-type`, `not-licensed`, `offline-license`, `operation-in-progress`, `preview-outdated`, `release-not-blocked`, `license-key-unknown`, `license-expired`, `license-suspended`, `license-banned`, `license-other-product`, `license-not-allowed`, `machine-limit-reached`, `fingerprint-taken`, `offline-not-entitled`, `offline-not-listed`, `license-file-malformed`, `license-file-incomplete`, `license-file-not-genuine`, `license-file-not-opened`, `license-file-expired`, `license-file-older`, `license-file-other-machine`, `license-file-other-product`, `clock-set-back`, `clock-wrong`, `too-large`, `headers-too-large`, `too-many-requests`, `licensing-server-error`, `licensing-server-untrusted`, `licensing-server-unreachable`, `licensing-server-busy`, `identity-provider-unreachable`, `store-unavailable`, `starting`, `stopping`, `internal-error`, `limit-missing`, `limit-invalid`, `grace-period-invalid`, `entitlement-code-similar`, `entitlement-code-ambiguous`, `refused-by-server`, `certificate-not-renewed`, `certificate-unverifiable`, `certificate-older`, `stored-license-edited`, `known-time-edited`, `host-clock-behind`, `host-clock-differs`, `database-clock-differs`, `fingerprint-differs`, `state-not-current`, `time-not-stored`, `audit-trail-unsound`, `seat-shared`, `state-rolled-back`. Later versions may add more. */
            code: string;
            /**
             * Format: int32
             * @description The HTTP status of a refusal; absent for a problem that refuses nothing
             */
            status?: number;
            /** @description The name of the problem, in a few words */
            title: string;
            /** @description The cause of the problem */
            cause: string;
            /** @description The fix: what to do about the problem */
            fix: string;
            /** @description The next step of a program that gets this error; absent for a problem that refuses nothing */
            client?: string;
        };
        /** @description The last and the next re-validation of an online license. */
        Revalidations: {
            /**
             * Format: date-time
             * @description When the service last asked the licensing server, in UTC; null for never
             */
            lastAttemptAt: string | null;
            /** @description The result of the last attempt: a verdict, the licensing server's own code of a refusal, or the code of the problem that prevented a verdict. Null before the first attempt. At present: `good`, `suspended`, `banned`, `unknown`, `seat-removed`, `licensing-server-unreachable`, `licensing-server-busy`, `licensing-server-error`, `licensing-server-untrusted`, `clock-wrong`. Later versions may add more. */
            outcome: string | null;
            /**
             * Format: date-time
             * @description When the service asks the licensing server next by itself, in UTC; null if it does not
             */
            nextAttemptAt: string | null;
        };
        /** @description The result of the verification of the audit trail. */
        TrailAnswer: {
            /** @description Whether the verification found no fault */
            sound: boolean;
            /**
             * Format: int64
             * @description The number of entries that the trail should have
             */
            entries: number;
            /**
             * Format: int64
             * @description The number of the first entry
             */
            first: number;
            /**
             * Format: int64
             * @description The number of the newest entry
             */
            last: number;
            /**
             * Format: int64
             * @description The number of the first entry that is missing or was changed; null if the verification found no fault
             */
            faultAt: number | null;
            /** @description The fault, as text for people; null if there is none */
            problem: string | null;
        };
        /** @description An operation that is changing the license now, on any replica. */
        UnderWayAnswer: {
            /** @description The kind of operation. `release`: it releases a seat, or dismisses a release. At present: `activate`, `deactivate`, `release`. Later versions may add more. */
            action: string;
            /**
             * Format: date-time
             * @description When it began, in UTC
             */
            since: string;
            /** @description The name of the admin who started it; null for the service itself */
            by: string | null;
        };
        /** @description The data of an event for OFREP clients: evaluate all flags again. */
        Notification: {
            /**
             * @description The action for the client
             * @enum {string}
             */
            type: "refetchEvaluation";
            /** @description The ETag of the new answer for all flags, with its quotes */
            etag: string;
        };
        /** @description An error of an evaluation, in the form of OFREP 0.3.0. */
        OfrepError: {
            /** @description The requested flag; absent if all flags were requested */
            key?: string;
            /**
             * @description The kind of error
             * @enum {string}
             */
            errorCode: "PARSE_ERROR" | "INVALID_CONTEXT" | "FLAG_NOT_FOUND" | "GENERAL";
            /** @description The fault of this request, and advice for the calling program */
            errorDetails: string;
            /** @description Always empty */
            metadata: Record<string, never>;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    keys: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of a cached answer; the status is 304 if that answer is still current */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JWK Set */
            200: {
                headers: {
                    /** @description A tag of the whole body; weak if the body may be compressed */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKeys"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Starting */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    entitlements: {
        parameters: {
            query?: {
                /** @description The vendor's code of the only entitlement to return. The parameter can't be repeated. It also works for codes that are a path here, such as `token`. */
                code?: string;
            };
            header?: {
                /** @description The ETag of a cached answer; the status is 304 if that answer is still current */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entitlements and limits now */
            200: {
                headers: {
                    /** @description A tag of the whole body; weak if the body may be compressed */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementsAnswer"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Invalid request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Identity provider unreachable · Starting */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    entitlementStream: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the last event that the client received */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events until the token expires or the connection ends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Identity provider unreachable · Starting · Stopping */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    snapshot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of a cached answer; the status is 304 if that answer is still current */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed snapshot, even if the installation is unlicensed */
            200: {
                headers: {
                    /** @description A weak tag of the state in the snapshot */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/jwt": string;
                };
            };
            /** @description The snapshot with the ETag in If-None-Match is still current */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Identity provider unreachable · Starting */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    entitlement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of a cached answer; the status is 304 if that answer is still current */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The vendor's code of the entitlement */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entitlement, granted or not */
            200: {
                headers: {
                    /** @description A tag of the whole body; weak if the body may be compressed */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entitlement"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Identity provider unreachable · Starting */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The present state of the installation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenseAnswer"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Admin role required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Identity provider unreachable · Starting */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivationRequest"];
            };
        };
        responses: {
            /** @description The license is activated */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenseAnswer"];
                };
            };
            /** @description Invalid request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Admin role required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request sent too slowly */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another operation is running · Preview outdated */
            409: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description License key unknown · License expired · License suspended · License banned · License of another product · License not usable here · Limit of the license reached · Installation holds a seat already · Offline activation not included · Offline activation not allowed for this installation · Not a license file · License file incomplete · License file not genuine · License key and license file do not match · License file expired · Newer license file known · License file of another installation · License file of another product · Clock set back · Clock wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Licensing server failed · Licensing server not trusted */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Licensing server unreachable · Licensing server busy · Identity provider unreachable · Database unavailable · Stopping */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deactivate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The installation has no license any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenseAnswer"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Admin role required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not licensed · Another operation is running */
            409: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Identity provider unreachable · Database unavailable · Stopping */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    history: {
        parameters: {
            query?: {
                /** @description Only entries with one of these actions, as in the field `action` of an entry. The parameter may be repeated. At present: `activate`, `replace`, `revalidate`, `deactivate`, `standing`, `release`, `dismiss-release`, `detach`, `seat-shared`, `state-rolled-back`, `confirm-rollback`. Later versions may add more. */
                action?: string[];
                /** @description Only entries with a smaller number than this; use the `next` of the previous page */
                before?: number;
                /** @description The maximum number of entries */
                limit?: number;
                /** @description Only entries with this outcome, as in the field `outcome` of an entry. At present: `succeeded`, `refused`, `failed`. Later versions may add more. */
                outcome?: string;
                /** @description Only entries of the request with this X-Request-Id. An entry appears when its operation has ended. A re-validation that shared the result of another admin's re-validation has no entry; the log line of the other re-validation names its request. */
                request?: string;
                /** @description Only entries from this time on, in ISO 8601 */
                since?: string;
                /** @description Only entries before this time, in ISO 8601 */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the audit trail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryAnswer"];
                };
            };
            /** @description Invalid request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Admin role required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Identity provider unreachable · Database unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyHistory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result of the verification */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrailAnswer"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Admin role required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Identity provider unreachable · Database unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivationRequest"];
            };
        };
        responses: {
            /** @description The changes that the activation would make */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewAnswer"];
                };
            };
            /** @description Invalid request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Admin role required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request sent too slowly */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Request too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description License key unknown · License expired · License suspended · License banned · License of another product · License not usable here · Offline activation not included · Offline activation not allowed for this installation · Not a license file · License file incomplete · License file not genuine · License key and license file do not match · License file expired · Newer license file known · License file of another installation · License file of another product · Clock set back · Clock wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Licensing server failed · Licensing server not trusted */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Licensing server unreachable · Licensing server busy · Identity provider unreachable · Database unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismissRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `machineId` of the pending release */
                machineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The release is dismissed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenseAnswer"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Admin role required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another operation is running · Seat release still running */
            409: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Identity provider unreachable · Database unavailable · Stopping */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `machineId` of the pending release */
                machineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service has asked the licensing server */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenseAnswer"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Admin role required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another operation is running · Seat release still running */
            409: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Licensing server busy · Identity provider unreachable · Database unavailable · Stopping */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revalidate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The licensing server has answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenseAnswer"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Admin role required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not licensed · Offline license · Another operation is running */
            409: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Clock wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Licensing server failed · Licensing server not trusted */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Licensing server unreachable · Licensing server busy · Identity provider unreachable · Database unavailable · Stopping */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmRollback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The older state is confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenseAnswer"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Admin role required */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Identity provider unreachable · Database unavailable · Stopping */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    limits: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of a cached answer; the status is 304 if that answer is still current */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits now */
            200: {
                headers: {
                    /** @description A tag of the whole body; weak if the body may be compressed */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Identity provider unreachable · Starting */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flags: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of a cached answer; the status is 304 if that answer is still current */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationRequest"];
            };
        };
        responses: {
            /** @description The values of all flags now */
            200: {
                headers: {
                    /** @description A tag of the whole body; weak if the body may be compressed */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkEvaluation"];
                };
            };
            /** @description Unchanged since the ETag in If-None-Match */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The service can't read the body, or its context is larger than 64 kB */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description The requested format is not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Request sent too slowly */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Starting, or the token can't be checked at the moment; Retry-After has the seconds to wait */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
        };
    };
    flag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the flag */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationRequest"];
            };
        };
        responses: {
            /** @description The value of the flag now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            /** @description The service can't read the body, or its context is larger than 64 kB */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description No valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description There is no such flag */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description The requested format is not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Request sent too slowly */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Starting, or the token can't be checked at the moment; Retry-After has the seconds to wait */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
        };
    };
    flagEvents: {
        parameters: {
            query?: {
                /** @description The capability from the answer for all flags */
                c?: string;
            };
            header?: {
                /** @description The id of the last event that the client received */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events until the capability expires or the connection ends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The capability is invalid or has expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description The requested format is not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Too many clients listen already; Retry-After has the seconds to wait */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Starting or stopping; Retry-After has the seconds to wait */
            503: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
        };
    };
    problems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All problems, as a page or as JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/json": components["schemas"]["ProblemPage"][];
                };
            };
            /** @description Invalid request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The code of the problem
                 * @example license-expired
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The problem, its cause and its fix, as a page or as JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/json": components["schemas"]["ProblemPage"];
                };
            };
            /** @description Invalid request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Format not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Headers too large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
