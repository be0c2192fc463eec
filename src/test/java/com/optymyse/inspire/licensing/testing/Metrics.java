package com.optymyse.inspire.licensing.testing;

import static io.restassured.RestAssured.given;

import java.net.URI;

/** The metrics of the service. */
public final class Metrics {

    private Metrics() {}

    /**
     * The value of a metric.
     *
     * @param address where the metrics are
     * @param name its name as alerts have it, with its labels if it has some
     */
    public static double value(URI address, String name) {
        return given().get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no metric " + name + "."));
    }
}
