package com.optymyse.inspire.licensing.processes;

import java.net.URI;
import java.util.List;

/** The same question while there are few entitlements and while there are many, in one process, in turns. */
final class SizeLoad {

    private static final String CONTEXT = "{}";

    private SizeLoad() {}

    static void measure(Replica service) throws Exception {
        List<LoadTarget> few = targets(service);
        List<LoadTarget> many = targets(service);
        LoadBenchmark.activate(service, "DEMO-THOUSAND");
        Rounds.warmUp(many);
        LoadBenchmark.activate(service, "DEMO-ENTERPRISE");
        Rounds.warmUp(few);
        for (int round = 0; round < Rounds.NUMBER; round++) {
            boolean fewFirst = round % 2 == 0;
            measure(service, fewFirst ? "DEMO-ENTERPRISE" : "DEMO-THOUSAND", fewFirst ? few : many);
            measure(service, fewFirst ? "DEMO-THOUSAND" : "DEMO-ENTERPRISE", fewFirst ? many : few);
        }
        for (int question = 0; question < few.size(); question++) {
            LoadTarget small = few.get(question);
            LoadTarget large = many.get(question);
            Figures.report(large.name() + ", 1,000 entitlements instead of 10: "
                    + Spread.ofRatios(large.rates(), small.rates()));
            small.close();
            large.close();
        }
    }

    private static void measure(Replica service, String key, List<LoadTarget> targets) {
        LoadBenchmark.activate(service, key);
        targets.forEach(target -> target.measure(Rounds.MOMENT));
    }

    private static List<LoadTarget> targets(Replica service) {
        URI api = service.api();
        String token = "Authorization: Bearer " + service.token() + "\r\n";
        return List.of(
                new LoadTarget(
                        "GET /entitlements/{code}", api, 200, "GET /entitlements/SSO_SAML HTTP/1.1\r\n" + token, ""),
                new LoadTarget(
                        "OFREP, one flag",
                        api,
                        200,
                        "POST /ofrep/v1/evaluate/flags/SSO_SAML HTTP/1.1\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + CONTEXT.length() + "\r\n" + token,
                        CONTEXT));
    }
}
