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
         * @description A key is here a day before it signs, and until the last snapshot that it has signed is over. Look again when a snapshot names a key that you don't know.
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
         * @description Whether the installation is licensed, every entitlement, granted or not, and the limits. With `code`, the list has that entitlement alone, whatever its code is.
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
         * @description Server-sent events named `entitlements`: one at once, and one after each change. Their data is what `GET /entitlements` answers, their id its ETag. States in between may be left out, the last one never is. A client that comes back with the id of the present state gets a comment and no event. The stream ends within the last 30 seconds in which the token is accepted; come back with a new one. `retry` tells how many milliseconds to wait first.
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
         * @description A JWT (compact JWS, ES256, `typ` licensing-snapshot+jwt) that a service verifies by itself with the keys of /.well-known/jwks.json. `iss` is this installation, as `urn:uuid:` and its id: refuse every other. `aud` is inspire. `exp` is at most 24 hours away and never after the moment an entitlement falls. `trail` is the number of the newest entry of the audit trail. The other claims are the fields of GET /entitlements.
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
         * @description An entitlement of the catalog, or one that the license names. For a code that is a path here, such as `token`, use `GET /entitlements?code=`.
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
         * The license, what it grants, and what will come
         * @description Answered from memory, also while the database or the licensing server is away.
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
         * Activate a license, in place of the one held if there is one
         * @description Online with the license key, or offline with the key and a signed license file. Whatever is refused leaves the license held as it was. Doing it twice leaves the same state. With the digest of a preview it does what was shown or is refused with the present preview, and changes nothing.
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
         * @description Unlicensed at once. The seat at the licensing server is given back now, or queued until it is.
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
         * What has happened to the license
         * @description Each change of license, verdict and standing and each refused attempt, newest first, as long as licensing.audit.keep says.
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
         * Whether the audit trail is as it was written
         * @description Reads all of it, and names the first entry that is missing or was changed.
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
         * What an activation would change
         * @description Changes nothing, neither here nor at the licensing server.
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
         * Give up a seat that the licensing server refuses to take back
         * @description It is not tried any more. At the licensing server the seat stays taken until the vendor frees it.
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
         * Try once more to give back a seat that the licensing server has refused to take back
         * @description Asks the licensing server now. A seat that it refuses again stays blocked: the `pendingReleases` of the answer tell what came of it.
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
         * Ask the licensing server about the license now
         * @description A verdict against the license is an answer: 200, with the standing that follows from it.
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
         * Confirm that an older state was found in the database
         * @description The problem `state-rolled-back` is told no more, on all replicas. Nothing else changes.
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
         * The capacity that is licensed
         * @description -1 is unlimited. Limits govern adding; they never stop what runs.
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
         * Every flag, and where changes are told
         * @description The values of all flags, which are the same for every context, and the address that tells when to evaluate again.
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
         * @description The keys are the entitlement codes and `LICENSED` (boolean), `MAX_DISPLAYS`, `MAX_AGILES` and `AI_CREDITS_PER_MONTH` (integer; unlimited is 2147483647 with the variant `unlimited`).
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
         * Tells that flags have changed
         * @description Server-sent events that say when to evaluate again, and nothing else. Their data is a `Notification`. The address, with its capability, is in the answer for every flag.
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
         * @description The reasons for which requests are refused, and the problems that a license status can name.
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
         * @description The page that the `type` of a problem leads to.
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
        /** @description How to activate, and what. The field `method` tells which of the two it is. */
        ActivationRequest: components["schemas"]["OnlineActivation"] | components["schemas"]["OfflineActivation"];
        /** @description What the certificate grants of a license that does not count now. */
        AsSigned: {
            limits: components["schemas"]["Limits"];
            /** @description Every entitlement that Inspire or the license knows; granted are those that the license includes */
            entitlements: components["schemas"]["Entitlement"][];
        };
        /** @description The values of all flags, as OFREP 0.3.0 has them. */
        BulkEvaluation: {
            /** @description Every flag */
            flags: components["schemas"]["Flag"][];
            metadata: components["schemas"]["Metadata"];
            /** @description Where changes are told */
            eventStreams: components["schemas"]["EventSource"][];
        };
        /** @description A moment now, and as it would be. */
        ChangeInstant: {
            /**
             * Format: date-time
             * @description What it is now, in UTC; null for never, or where no license is held
             */
            before: string | null;
            /**
             * Format: date-time
             * @description What it would be, in UTC; null for never
             */
            after: string | null;
        };
        /** @description The capacity now, and as it would be. */
        ChangeLimits: {
            before: components["schemas"]["Limits"];
            after: components["schemas"]["Limits"];
        };
        /** @description A text now, and as it would be. */
        ChangeString: {
            /** @description What it is now; null where there is none */
            before: string | null;
            /** @description What it would be; null where there would be none */
            after: string | null;
        };
        /** @description A change of standing to come. */
        Coming: {
            /**
             * Format: date-time
             * @description When, in UTC
             */
            at: string;
            /**
             * @description The standing from then on
             * @enum {string}
             */
            standing: "licensed" | "grace" | "restricted" | "unlicensed";
            /** @description Why. At present: `server-unreachable`, `license-expired`, `license-suspended`, `license-banned`, `license-unknown`, `refused-by-server`, `seat-removed`, `offline-not-entitled`, `certificate-ended`, `certificate-unverifiable`, `not-activated`. Later versions may add more. */
            reason: string;
            /** @description What has to stay as it is for this to happen. At present: `server stays unreachable`, `license is not renewed`, `certificate is not renewed`, `no newer license file is activated`. Later versions may add more. */
            if: string;
        };
        /** @description Who asks, and about whom: at most 64 kB. Flags have the same values for every context. */
        Context: {
            /** @description The name of who asks; null or absent where there is none */
            targetingKey?: string | null;
        };
        /** @description The license that is held. */
        Details: {
            /** @description The license key */
            key: string;
            /** @description What the vendor calls the license; null where it has no name */
            name: string | null;
            /**
             * @description What the vendor's last signed statement says of the license
             * @enum {string}
             */
            status: "active" | "expired" | "suspended";
            /**
             * @description `online`: the licensing server is asked every day. `offline`: a signed license file counts.
             * @enum {string}
             */
            validationMode: "online" | "offline";
            /**
             * Format: date-time
             * @description When the vendor created the license, in UTC; null where nothing tells
             */
            createdAt: string | null;
            /**
             * Format: date-time
             * @description When the license expires, in UTC; null for never
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description When the licensing server last gave a verdict, by its signed time in UTC; null for an offline license
             */
            lastValidatedAt: string | null;
            /**
             * Format: date-time
             * @description When the vendor issued the signed certificate that proves the license here, in UTC; null where nothing proves it
             */
            certificateIssuedAt: string | null;
            /**
             * Format: date-time
             * @description When the signed certificate ends that proves the license here, in UTC; null for never
             */
            certificateExpiresAt: string | null;
        };
        /** @description Where the stream is: at the host that the evaluation was answered by. */
        Endpoint: {
            /**
             * Format: uri-reference
             * @description Path and query. They open the stream without a token: keep them secret.
             */
            requestUri: string;
        };
        /** @description A feature of Inspire, and whether it may be used. */
        Entitlement: {
            /** @description The vendor's code of the entitlement. At present: `DEVICE_GROUPS`, `VIDEO_WALL_SYNC`, `SCREEN_SHARE_WEBRTC`, `DIRECT_RENDERER`, `ON_PREMISE_DEPLOYMENT`, `SSO_SAML`, `MFA`, `OBSERVABILITY`, `MULTI_TENANT`, `OFFLINE_LICENSING`. Later versions may add more. */
            code: string;
            /** @description What it opens, for people */
            feature: string;
            /** @description Whether the installation may use it now */
            granted: boolean;
        };
        /** @description What is licensed, for the services of Inspire. */
        EntitlementsAnswer: {
            /** @description Whether entitlements and limits count now */
            licensed: boolean;
            /**
             * @description What the installation may do; `grace` is licensed, too
             * @enum {string}
             */
            standing: "licensed" | "grace" | "restricted" | "unlicensed";
            /**
             * Format: int64
             * @description A number that rises with each visible change of the installation
             */
            revision: number;
            /** @description Every entitlement that Inspire or the license knows, granted or not; the one asked for where the request has a `code` */
            entitlements: components["schemas"]["Entitlement"][];
            limits: components["schemas"]["Limits"];
        };
        /** @description What was done, or has happened. */
        Entry: {
            /**
             * Format: int64
             * @description The entry's number; numbers are consecutive
             */
            id: number;
            /**
             * Format: date-time
             * @description When, in UTC
             */
            at: string;
            /** @description The name of the admin or operator who did it; null for the service itself */
            actor: string | null;
            /** @description What was done, or has happened. At present: `activate`, `replace`, `revalidate`, `deactivate`, `standing`, `release`, `dismiss-release`, `detach`, `seat-shared`, `state-rolled-back`, `confirm-rollback`. Later versions may add more. */
            action: string;
            /** @description What came of it. `refused`: the license, the file or the licensing server said no. `failed`: nothing could be decided. At present: `succeeded`, `refused`, `failed`. Later versions may add more. */
            outcome: string;
            /** @description The code of the problem, or the reason for the standing; null where there is none. At present: `invalid-request`, `unauthorized`, `forbidden`, `not-found`, `method-not-allowed`, `not-acceptable`, `request-timeout`, `unsupported-media-type`, `not-licensed`, `offline-license`, `operation-in-progress`, `preview-outdated`, `release-not-blocked`, `license-key-unknown`, `license-expired`, `license-suspended`, `license-banned`, `license-other-product`, `license-not-allowed`, `machine-limit-reached`, `fingerprint-taken`, `offline-not-entitled`, `offline-not-listed`, `license-file-malformed`, `license-file-incomplete`, `license-file-not-genuine`, `license-file-not-opened`, `license-file-expired`, `license-file-older`, `license-file-other-machine`, `license-file-other-product`, `clock-set-back`, `clock-wrong`, `too-large`, `headers-too-large`, `too-many-requests`, `licensing-server-error`, `licensing-server-untrusted`, `licensing-server-unreachable`, `licensing-server-busy`, `identity-provider-unreachable`, `store-unavailable`, `starting`, `stopping`, `internal-error`, `server-unreachable`, `license-unknown`, `refused-by-server`, `seat-removed`, `certificate-ended`, `certificate-unverifiable`, `not-activated`. Later versions may add more. */
            code: string | null;
            /** @description What was done or has happened, in a sentence */
            detail: string;
            /** @description The facts in the detail by name: texts, numbers and flags; times in ISO 8601. Entries of earlier versions have none. */
            values: {
                [key: string]: unknown;
            };
            /** @description The license key that it was about, masked: its first six and last four characters at most; null where it was about none. Entries keep the mask that they were written with. */
            licenseKey: string | null;
            /**
             * @description The standing from then on; null where nothing could change it
             * @enum {string|null}
             */
            standing: "licensed" | "grace" | "restricted" | "unlicensed" | null;
            /** @description The `X-Request-Id` of the request that it was done for; null where there was none */
            request: string | null;
        };
        /** @description The value of one flag, as OFREP 0.3.0 has it. */
        Evaluation: {
            /** @description An entitlement's code, `LICENSED`, `MAX_DISPLAYS`, `MAX_AGILES` or `AI_CREDITS_PER_MONTH` */
            key: string;
            /** @description True or false; for a limit an integer, where 2147483647 is unlimited */
            value: boolean | number;
            /** @description Always `STATIC`: the value is the same for everybody */
            reason: string;
            /** @description `on` or `off`; `unlimited` for a limit that is none, and absent for any other */
            variant?: string;
            metadata: components["schemas"]["Metadata"];
        };
        /** @description What an OFREP client sends. It may send more, which is not looked at. */
        EvaluationRequest: {
            /** @description Who asks; null or absent for nobody in particular */
            context?: components["schemas"]["Context"] | (null);
        };
        /** @description A stream that says when to evaluate again. */
        EventSource: {
            /**
             * @description What kind of stream it is: server-sent events
             * @enum {string}
             */
            type: "sse";
            endpoint: components["schemas"]["Endpoint"];
            /**
             * Format: int32
             * @description Seconds after which a client that nobody looks at may hang up
             */
            inactivityDelaySec: number;
        };
        /** @description The value of one flag among all, as OFREP 0.3.0 has it. */
        Flag: {
            /** @description An entitlement's code, `LICENSED`, `MAX_DISPLAYS`, `MAX_AGILES` or `AI_CREDITS_PER_MONTH` */
            key: string;
            /** @description True or false; for a limit an integer, where 2147483647 is unlimited */
            value: boolean | number;
            /** @description Always `STATIC`: the value is the same for everybody */
            reason: string;
            /** @description `on` or `off`; `unlimited` for a limit that is none, and absent for any other */
            variant?: string;
            /** @description Always empty: the set has it, once for all flags */
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
             * @description What `before` has to be for the page after this one; null at the end
             */
            next: number | null;
        };
        /** @description What identifies this installation, and what it still owes the licensing server. */
        Installation: {
            /**
             * Format: uuid
             * @description What signed snapshots call it, behind `urn:uuid:`
             */
            id: string;
            /** @description What the vendor knows this installation by */
            fingerprint: string;
            /**
             * @description Where the vendor's public keys come from: built into the package, or configured
             * @enum {string}
             */
            trust: "built-in" | "configured";
            /** @description What a license file has to name as `clockChallenge` in the metadata of its machine, or of its license in a file of that kind, to set the time that counts to its issue. Null while there is no doubt about the time. */
            clockChallenge: string | null;
            /** @description What to send to the vendor for a license file that this installation takes: a text for people */
            fileRequest: string;
            /** @description The agents that the replica which answers was started with, such as those for tracing, in the order of its options: their files or libraries. An agent can change what the service does. */
            agents: string[];
            /** @description The version of the service, by the replica that answers */
            version: string;
            /**
             * Format: int64
             * @description The number of the newest entry of the audit trail that this replica has seen; 0 for none
             */
            trail: number;
            /** @description Seats that are not given back to the licensing server yet */
            pendingReleases: components["schemas"]["PendingRelease"][];
        };
        /** @description The keys that signed snapshots are verified with: a JWK Set (RFC 7517). */
        JsonWebKeys: {
            /** @description Those whose signatures count, and the one that will sign next, oldest first */
            keys: components["schemas"]["Key"][];
        };
        /** @description A public key (RFC 7517). */
        Key: {
            /** @description The type of the key: `EC`, an elliptic curve */
            kty: string;
            /** @description What the header of a snapshot calls the key */
            kid: string;
            /** @description What the key is for: `sig`, signatures */
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
            /** @description Whether entitlements and limits count now */
            licensed: boolean;
            /**
             * @description What the installation may do. `grace`: everything still works, and an admin should act. `restricted`: the license does not count now.
             * @enum {string}
             */
            standing: "licensed" | "grace" | "restricted" | "unlicensed";
            /** @description Why the standing is not `licensed`; null when it is. At present: `server-unreachable`, `license-expired`, `license-suspended`, `license-banned`, `license-unknown`, `refused-by-server`, `seat-removed`, `offline-not-entitled`, `certificate-ended`, `certificate-unverifiable`, `not-activated`. Later versions may add more. */
            reason: string | null;
            /**
             * Format: date-time
             * @description When the standing changes if nothing else happens, in UTC; null for never
             */
            until: string | null;
            /**
             * Format: date-time
             * @description The time that counts for the license when this is answered, in UTC: the host's clock, or the latest time known where the clock is behind it
             */
            now: string;
            /** @description The license that is held; null when there is none */
            license: components["schemas"]["Details"] | (null);
            limits: components["schemas"]["Limits"];
            /** @description Every entitlement that Inspire or the license knows, granted or not */
            entitlements: components["schemas"]["Entitlement"][];
            /** @description What would count if the license did. Null where it counts, and where nothing proves what it grants. */
            asSigned: components["schemas"]["AsSigned"] | (null);
            /** @description The changes of standing to come, soonest first */
            forecast: components["schemas"]["Coming"][];
            /** @description How re-validation goes; null unless a license is validated online */
            revalidation: components["schemas"]["Revalidations"] | (null);
            installation: components["schemas"]["Installation"];
            /** @description The name of the admin who asks, as the history has it */
            reader: string;
            /** @description The operation that is changing the license now, on any replica; null when there is none */
            underWay: components["schemas"]["UnderWayAnswer"] | (null);
            /** @description What an admin should look at, although nothing was refused */
            problems: components["schemas"]["ProblemAnswer"][];
            /**
             * Format: int64
             * @description A number that rises with each visible change of the installation
             */
            revision: number;
            /**
             * @description In the answer to a deactivation alone: whether the licensing server has confirmed that the seat is free. `pending`: it is tried until it does. `not-possible`: it can't be freed from here.
             * @enum {string}
             */
            release?: "completed" | "pending" | "not-possible";
            /** @description In the answer to a deactivation alone, where the seat could not be freed: what to do */
            releaseDetail?: string;
        };
        /** @description The capacity that is licensed. Limits govern adding; they never stop what runs. */
        Limits: {
            /**
             * Format: int32
             * @description The number of display endpoints, 0 or more; -1 is unlimited
             */
            maxDisplays: number;
            /**
             * Format: int32
             * @description The number of agile and dashboard endpoints, 0 or more; -1 is unlimited
             */
            maxAgiles: number;
            /**
             * Format: int32
             * @description The number of AI credits in each month, 0 or more; -1 is unlimited
             */
            aiCreditsPerMonth: number;
        };
        /** @description The state that values were derived from. */
        Metadata: {
            /**
             * @description What the installation may do; `grace` is licensed, too
             * @enum {string}
             */
            standing: "licensed" | "grace" | "restricted" | "unlicensed";
            /**
             * Format: int64
             * @description A number that rises with each visible change of the installation
             */
            revision: number;
        };
        /** @description An entitlement, and what it opens. */
        Named: {
            /** @description The vendor's code of the entitlement. At present: `DEVICE_GROUPS`, `VIDEO_WALL_SYNC`, `SCREEN_SHARE_WEBRTC`, `DIRECT_RENDERER`, `ON_PREMISE_DEPLOYMENT`, `SSO_SAML`, `MFA`, `OBSERVABILITY`, `MULTI_TENANT`, `OFFLINE_LICENSING`. Later versions may add more. */
            code: string;
            /** @description What it opens, for people */
            feature: string;
        };
        /** @description Activates by the license key and a signed license file: the licensing server is not asked. */
        OfflineActivation: {
            /**
             * @description How to activate (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "offline";
            /** @description The license key, as pasted: blanks around it, line ends and invisible characters are dropped. Where it is not known so, it is tried once more without a label, quotes, blanks and a full stop. */
            licenseKey: string;
            /** @description The whole content of the license file (.lic); with the rest of the body at most 3 MB */
            licenseFile: string;
            /** @description Has no effect; kept for older clients. A license file that was issued before one that was activated here is accepted when it grants no more than the newest one known. */
            acceptOlder?: boolean;
            /** @description The digest of the preview that was shown: an activation that would do something else is refused. A preview ignores it. */
            previewed?: string;
            /**
             * Format: int64
             * @description In place of `previewed`, where no preview was shown: the revision of the installation that was shown. An activation of an installation that has changed since is refused.
             */
            expectedRevision?: number;
        };
        /** @description Activates by the license key alone: the licensing server is asked. */
        OnlineActivation: {
            /**
             * @description How to activate (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            method: "online";
            /** @description The license key, as pasted: blanks around it, line ends and invisible characters are dropped. Where it is not known so, it is tried once more without a label, quotes, blanks and a full stop. */
            licenseKey: string;
            /** @description The digest of the preview that was shown: an activation that would do something else is refused. A preview ignores it. */
            previewed?: string;
            /**
             * Format: int64
             * @description In place of `previewed`, where no preview was shown: the revision of the installation that was shown. An activation of an installation that has changed since is refused.
             */
            expectedRevision?: number;
        };
        /** @description A seat that is not given back yet: what the vendor's support needs to free it by hand. */
        PendingRelease: {
            /** @description What the licensing server calls the seat */
            machineId: string;
            /** @description The key of the license that has the seat, masked: its first six and last four characters at most */
            licenseKey: string;
            /**
             * Format: date-time
             * @description When it was first to be given back, in UTC
             */
            since: string;
            /**
             * Format: int32
             * @description How often it was tried
             */
            attempts: number;
            /** @description `queued`: tried again until it is given back. `blocked`: refused by the licensing server. `unknown`: written by a newer version of the service, and left alone. At present: `queued`, `blocked`, `unknown`. Later versions may add more. */
            state: string;
            /** @description Why the last attempt did not succeed, in a sentence; null before the first */
            lastError: string | null;
        };
        /** @description What an activation would change. */
        PreviewAnswer: {
            name: components["schemas"]["ChangeString"];
            expiresAt: components["schemas"]["ChangeInstant"];
            /** @description The entitlements that would be granted and are not now */
            gained: components["schemas"]["Named"][];
            /** @description The entitlements that are granted now and would not be */
            lost: components["schemas"]["Named"][];
            /** @description The entitlements that are granted before and after */
            kept: components["schemas"]["Named"][];
            limits: components["schemas"]["ChangeLimits"];
            /**
             * Format: date-time
             * @description When the license file ceases to count here, in UTC; null online, and for never
             */
            fileEndsAt: string | null;
            /** @description What an admin should look at about the new license */
            problems: components["schemas"]["ProblemAnswer"][];
            /** @description What an activation can be bound to: sent as its `previewed`, it does this or nothing */
            digest: string;
        };
        /** @description Why a request was not carried out, as in RFC 9457. Programs decide by `code`. Where it is known, `operation-in-progress` also has `underWay` and `until`, and `fingerprint-taken` mostly has `holder`. `preview-outdated` has `preview`: what the activation would change now. */
        Problem: {
            /**
             * Format: uri-reference
             * @description The address of the page that tells cause and fix
             * @example /problems/license-expired
             */
            type: string;
            /**
             * @description What it is, in a few words
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
             * @description What is wrong with this request, and what to do: for the person who asked
             * @example The license expired on 2026-10-31.
             */
            detail: string;
            /**
             * @description What the program does that has sent the request: for whoever writes it. Not to be shown to the person who asked.
             * @example Show the detail to a person, who has to decide.
             */
            client: string;
            /**
             * @description The stable code of the problem. At present: `invalid-request`, `unauthorized`, `forbidden`, `not-found`, `method-not-allowed`, `not-acceptable`, `request-timeout`, `unsupported-media-type`, `not-licensed`, `offline-license`, `operation-in-progress`, `preview-outdated`, `release-not-blocked`, `license-key-unknown`, `license-expired`, `license-suspended`, `license-banned`, `license-other-product`, `license-not-allowed`, `machine-limit-reached`, `fingerprint-taken`, `offline-not-entitled`, `offline-not-listed`, `license-file-malformed`, `license-file-incomplete`, `license-file-not-genuine`, `license-file-not-opened`, `license-file-expired`, `license-file-older`, `license-file-other-machine`, `license-file-other-product`, `clock-set-back`, `clock-wrong`, `too-large`, `headers-too-large`, `too-many-requests`, `licensing-server-error`, `licensing-server-untrusted`, `licensing-server-unreachable`, `licensing-server-busy`, `identity-provider-unreachable`, `store-unavailable`, `starting`, `stopping`, `internal-error`. Later versions may add more.
             * @example license-expired
             */
            code: string;
            /**
             * @description The field of the request that is wrong, where it is one
             * @example licenseKey
             */
            field?: string;
            /**
             * Format: uri
             * @description Names this occurrence in the service's log, for unexpected errors alone
             */
            instance?: string;
            /** @description The facts in the detail by name: texts, numbers and flags; times in ISO 8601. Not there where there are none. */
            values?: {
                [key: string]: unknown;
            };
            preview?: components["schemas"]["PreviewAnswer"];
            underWay?: components["schemas"]["UnderWayAnswer"];
            /**
             * Format: date-time
             * @description When the right of the operation under way ends to change the license, unless it goes on and renews it, in UTC; with `operation-in-progress` alone
             */
            until?: string;
            /** @description The licensing server's own code of the limit; with `machine-limit-reached` alone */
            serverCode?: string;
            /** @description The field in which the text belongs that was sent in another one, where that is certain; with `invalid-request` and `license-file-malformed` alone */
            belongsIn?: string;
            /** @description Who has the seats; with `machine-limit-reached` alone, where the license key may list them */
            seats?: {
                /**
                 * Format: int32
                 * @description How many seats are taken
                 */
                count: number;
                /** @description At most ten of them, not always the newest of all; the one that was checked out last comes first */
                newest: {
                    /** @description What the vendor knows the installation by */
                    fingerprint: string;
                    /** @description What the installation was named at the vendor; null where it was not */
                    name: string | null;
                    /**
                     * Format: date-time
                     * @description When it last fetched its certificate, in UTC; null for never
                     */
                    lastCheckOut: string | null;
                }[];
            };
            /** @description Which license has the seat; with `fingerprint-taken` alone. `present-license`: it has a seat, which may be the one in the way; deactivate it first. `present-license-blocked`: its key may not release the seat. `present-license-removed`: try again in a minute. `present-license-offline`: it can't be asked. `earlier-license`: its seat is not given back yet. `another-license`: it is not known here. `unknown`: the licensing server gave no answer. Later versions may add more. */
            holder?: string;
        };
        /** @description What an admin should look at, although nothing was refused. */
        ProblemAnswer: {
            /**
             * @description The stable code; /problems/{code} tells cause and fix. At present: `limit-missing`, `limit-invalid`, `grace-period-invalid`, `entitlement-code-similar`, `entitlement-code-ambiguous`, `refused-by-server`, `certificate-not-renewed`, `certificate-unverifiable`, `certificate-older`, `stored-license-edited`, `known-time-edited`, `host-clock-behind`, `host-clock-differs`, `database-clock-differs`, `fingerprint-differs`, `state-not-current`, `time-not-stored`, `audit-trail-unsound`, `seat-shared`, `state-rolled-back`. Later versions may add more.
             * @example limit-missing
             */
            code: string;
            /** @description What is so, in full sentences */
            detail: string;
            /** @description The facts in the detail by name: texts, numbers and flags; times in ISO 8601 */
            values: {
                [key: string]: unknown;
            };
        };
        /** @description One kind of problem: why it happens and what to do about it. */
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
             * @description The HTTP status of a refusal; absent for what is no refusal
             */
            status?: number;
            /** @description What it is, in a few words */
            title: string;
            /** @description Why it happens */
            cause: string;
            /** @description What to do about it */
            fix: string;
            /** @description What a program does that gets it; absent for what is no refusal */
            client?: string;
        };
        /** @description How re-validation of an online license goes. */
        Revalidations: {
            /**
             * Format: date-time
             * @description When the licensing server was last asked, in UTC; null for never
             */
            lastAttemptAt: string | null;
            /** @description What came of it: a verdict in a word, the licensing server's own code of a refusal, or the code of the problem that left it without a verdict. Null before the first attempt. At present: `good`, `suspended`, `banned`, `unknown`, `seat-removed`, `licensing-server-unreachable`, `licensing-server-busy`, `licensing-server-error`, `licensing-server-untrusted`, `clock-wrong`. Later versions may add more. */
            outcome: string | null;
            /**
             * Format: date-time
             * @description When it is asked next by itself, in UTC; null where it is not
             */
            nextAttemptAt: string | null;
        };
        /** @description Whether the audit trail is as it was written. */
        TrailAnswer: {
            /** @description Whether nothing is wrong with it */
            sound: boolean;
            /**
             * Format: int64
             * @description How many entries it should have
             */
            entries: number;
            /**
             * Format: int64
             * @description The number of its first entry
             */
            first: number;
            /**
             * Format: int64
             * @description The number of its newest entry
             */
            last: number;
            /**
             * Format: int64
             * @description The number of the first entry that is missing or not as it was written; null when it is sound
             */
            faultAt: number | null;
            /** @description What is wrong, in a sentence; null when it is sound */
            problem: string | null;
        };
        /** @description An operation that is changing the license now, on any replica. */
        UnderWayAnswer: {
            /** @description What it does. `release`: it gives a seat back, or gives it up. At present: `activate`, `deactivate`, `release`. Later versions may add more. */
            action: string;
            /**
             * Format: date-time
             * @description When it began, in UTC
             */
            since: string;
            /** @description The name of the admin who asked for it; null for the service itself */
            by: string | null;
        };
        /** @description What an event for OFREP clients carries: evaluate all flags again. */
        Notification: {
            /**
             * @description What to do
             * @enum {string}
             */
            type: "refetchEvaluation";
            /** @description The ETag of the new answer for every flag, quotes included */
            etag: string;
        };
        /** @description Why flags were not evaluated, as in OFREP 0.3.0. */
        OfrepError: {
            /** @description The flag that was asked for; absent where all were */
            key?: string;
            /**
             * @description What kind of error it is
             * @enum {string}
             */
            errorCode: "PARSE_ERROR" | "INVALID_CONTEXT" | "FLAG_NOT_FOUND" | "GENERAL";
            /** @description What is wrong with this request */
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
                /** @description The ETag of an answer that is kept; 304 when that still holds */
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
                    /** @description A tag over the whole body; weak where the body may be compressed */
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
                /** @description The vendor's code of the one entitlement that is asked for, at most once. Also for codes that are a path here, such as `token`. */
                code?: string;
            };
            header?: {
                /** @description The ETag of an answer that is kept; 304 when that still holds */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is licensed now */
            200: {
                headers: {
                    /** @description A tag over the whole body; weak where the body may be compressed */
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
                /** @description The id of the last event that the client had, as event sources send it */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, until the token or the connection ends */
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
                /** @description The ETag of an answer that is kept; 304 when that still holds */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is licensed now; unlicensed is an answer, too */
            200: {
                headers: {
                    /** @description A weak tag over what the snapshot says */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/jwt": string;
                };
            };
            /** @description The snapshot of the ETag in If-None-Match still serves */
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
                /** @description The ETag of an answer that is kept; 304 when that still holds */
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
                    /** @description A tag over the whole body; weak where the body may be compressed */
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
            /** @description The installation as it stands now */
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
            /** @description No license is held any more */
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
                /** @description Only entries with one of these actions, by the words that `action` of an entry has. It may be given several times. At present: `activate`, `replace`, `revalidate`, `deactivate`, `standing`, `release`, `dismiss-release`, `detach`, `seat-shared`, `state-rolled-back`, `confirm-rollback`. Later versions may add more. */
                action?: string[];
                /** @description Only entries with a smaller number: the "next" of the page before */
                before?: number;
                /** @description How many entries at most */
                limit?: number;
                /** @description Only entries with this outcome, by the words that `outcome` of an entry has. At present: `succeeded`, `refused`, `failed`. Later versions may add more. */
                outcome?: string;
                /** @description Only entries of the request with this X-Request-Id. There is none before its operation has ended. A re-validation that shared the answer to another admin's has no entry of its own: the log's line of that one names its request. */
                request?: string;
                /** @description Only entries of this moment or later, in ISO 8601 */
                since?: string;
                /** @description Only entries of before this moment, in ISO 8601 */
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
            /** @description The trail was read: sound or not */
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
            /** @description What would be gained and lost */
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
            /** @description The seat is given up */
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
            /** @description Another operation is running · The seat is still being given back */
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
            /** @description The licensing server was asked */
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
            /** @description Another operation is running · The seat is still being given back */
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
            /** @description It is confirmed */
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
                /** @description The ETag of an answer that is kept; 304 when that still holds */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The capacity now */
            200: {
                headers: {
                    /** @description A tag over the whole body; weak where the body may be compressed */
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
                /** @description The ETag of an answer that is kept; 304 when that still holds */
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
                    /** @description A tag over the whole body; weak where the body may be compressed */
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
            /** @description The body can not be read, or its context is larger than 64 kB */
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
            /** @description The format that is asked for is not available */
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
            /** @description Starting, or the token can't be checked at the moment; Retry-After tells for how many seconds */
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
            /** @description The body can not be read, or its context is larger than 64 kB */
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
            /** @description Neither Inspire nor the license knows the flag */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description The format that is asked for is not available */
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
            /** @description Starting, or the token can't be checked at the moment; Retry-After tells for how many seconds */
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
                /** @description The capability, as the answer for every flag has it */
                c?: string;
            };
            header?: {
                /** @description The id of the last event that the client had, as event sources send it */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, until the capability or the connection ends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The capability is not good, or no longer */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description The format that is asked for is not available */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfrepError"];
                };
            };
            /** @description Too many clients listen already; Retry-After tells for how many seconds */
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
            /** @description Starting or stopping; Retry-After tells for how many seconds */
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
            /** @description The problem, its cause and what to do about it, as a page or as JSON */
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
