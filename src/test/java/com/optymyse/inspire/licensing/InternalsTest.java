package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Look here at an upgrade: each class of ours, tests included, that uses internals of a framework, and why public API does
 * not do. A framework may change its internals in any release.
 */
@AnalyzeClasses(packages = ArchitectureTest.ROOT)
class InternalsTest {

    private static final List<Use> USES = List.of(
            new Use(
                    "commandline.Settings",
                    "Commands read the settings as Quarkus does, without starting it. ConfigProvider, which is public API,"
                            + " can't be told of VendorConfig.",
                    "io.quarkus.runtime.configuration.ConfigUtils"),
            new Use(
                    "entitlement.SseClient",
                    "Public API closes a connection behind what is still to be sent, which never ends where the client reads nothing. It has one"
                            + " size of send buffers for all connections.",
                    "io.netty.channel.Channel",
                    "io.netty.channel.ChannelConfig",
                    "io.netty.channel.ChannelHandlerContext",
                    "io.netty.channel.ChannelOption",
                    "io.netty.channel.ChannelPipeline",
                    "io.vertx.core.net.impl.ConnectionBase"),
            new Use(
                    "entitlement.PendingEvents",
                    "Buffers of Vert.x' public API are on the heap, and each connection copies them into direct memory.",
                    "io.netty.buffer.ByteBuf",
                    "io.netty.buffer.Unpooled",
                    "io.vertx.core.buffer.impl.BufferImpl"),
            new Use(
                    "keygen.LicensingApiGuard",
                    "A RestClientListener gets this class and not QuarkusRestClientBuilder. MicroProfile's builder can't switch"
                            + " compression off, can't overrule the settings of the default mapper, and sees no bytes.",
                    "io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl"),
            new Use(
                    "keygen.ConnectionFault",
                    "Vert.x passes the first three on, and fails with the last where it has only a sentence to say. It has no"
                            + " public exceptions for these.",
                    "io.netty.channel.ConnectTimeoutException",
                    "io.netty.handler.ssl.NotSslRecordException",
                    "io.netty.handler.ssl.SslHandshakeTimeoutException",
                    "io.vertx.core.impl.NoStackTraceThrowable"),
            new Use(
                    "keygen.ProxyFault",
                    "Vert.x passes it on when a proxy refuses, and has no public exception for it.",
                    "io.netty.handler.proxy.ProxyConnectException"),
            new Use(
                    "keygen.ConnectionFaultTest",
                    "It makes the exceptions that ConnectionFault explains.",
                    "io.netty.channel.ConnectTimeoutException",
                    "io.netty.handler.codec.PrematureChannelClosureException",
                    "io.netty.handler.codec.TooLongFrameException",
                    "io.netty.handler.codec.http.HttpResponseStatus",
                    "io.netty.handler.codec.http.HttpVersion",
                    "io.netty.handler.proxy.ProxyConnectException",
                    "io.vertx.core.impl.NoStackTraceThrowable"),
            new Use(
                    "metrics.RequestLabels",
                    "Quarkus documents it as the way to name the labels of a request, though its package is called so. A filter of"
                            + " meters sees the path and not which route was found.",
                    "io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor"),
            new Use(
                    "metrics.RequestLabelsTest",
                    "It plays the part of Quarkus for RequestLabels.",
                    "io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor"),
            new Use(
                    "postgres.DatabaseFailure",
                    "The pool has no other exception for \"no connection became free in time\".",
                    "io.vertx.core.impl.NoStackTraceThrowable"),
            new Use(
                    "postgres.Connector",
                    "The pool's connection provider has to return this type, in the context that the pool names. Public API"
                            + " makes connections with a client of their own each, which is never closed.",
                    "io.vertx.core.impl.ContextInternal",
                    "io.vertx.core.impl.VertxInternal",
                    "io.vertx.sqlclient.impl.SqlConnectionBase"),
            new Use(
                    "postgres.WatchedConnection",
                    "Public API closes a connection by asking the server, and tells of no statement that waits for its answer.",
                    "io.netty.channel.Channel",
                    "io.netty.channel.ChannelHandlerContext",
                    "io.netty.channel.EventLoop",
                    "io.vertx.core.impl.ContextInternal",
                    "io.vertx.core.net.impl.NetSocketInternal",
                    "io.vertx.sqlclient.impl.Connection",
                    "io.vertx.sqlclient.impl.SocketConnectionBase",
                    "io.vertx.sqlclient.impl.command.CommandBase"),
            new Use(
                    "postgres.DatabaseConfigTest",
                    "Only Quarkus' converters read the defaults as the service does.",
                    "io.quarkus.runtime.configuration.ConfigUtils"),
            new Use(
                    "security.JwksFetcher",
                    "SmallRye JWT fetches keys with it, by its settings. It has no setting for the timeouts, and can't be asked"
                            + " for one fetch.",
                    "io.smallrye.jwt.auth.principal.AbstractKeyLocationResolver",
                    "org.jose4j.http.Get",
                    "org.jose4j.http.SimpleResponse"),
            new Use(
                    "security.JwksProxyTest",
                    "The client that it goes through the proxy with is the one that fetches the keys.",
                    "org.jose4j.http.Get",
                    "org.jose4j.http.SimpleResponse"),
            new Use(
                    "security.LocalKeys",
                    "It reads the keys that SmallRye JWT has settings for. JWTParser, which is public API, gives claims that were"
                            + " changed, and no keys.",
                    "io.smallrye.jwt.auth.principal.DefaultJWTTokenParser",
                    "io.smallrye.jwt.auth.principal.KeyLocationResolver",
                    "org.jose4j.keys.resolvers.VerificationKeyResolver"),
            new Use(
                    "security.TokenCacheComponentTest",
                    "The library answers for this credential alone. With another one the test would pass in any order.",
                    "io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential"),
            new Use(
                    "security.RoleMapping",
                    "Quarkus' guides build identities with it, and there is no other builder.",
                    "io.quarkus.security.runtime.QuarkusSecurityIdentity"));

    private static final Pattern INTERNAL = Pattern.compile(String.join(
            "|",
            ".+\\.(impl|internal)\\..+",
            "io\\.netty\\..+",
            "io\\.quarkus\\..+\\.(runtime|deployment)\\..+",
            "io\\.quarkus\\.runtime\\.configuration\\.(?!ConfigurationException$).+",
            "io\\.smallrye\\.jwt\\.auth\\.principal\\.(Default.+|.+Resolver)",
            "org\\.hibernate\\..+\\.spi\\..+",
            "org\\.jboss\\.resteasy\\.reactive\\.(common|server|client)\\.(?!api\\.)[a-z].+",
            // The part of the library by which SmallRye JWT fetches keys and verifies.
            "org\\.jose4j\\.(http|jwt\\.consumer|keys\\.resolvers)\\..+|org\\.jose4j\\.jwk\\.HttpsJwks"));

    private record Use(String user, String reason, Set<String> internals) {

        Use(String user, String reason, String... internals) {
            this(user, reason, Set.of(internals));
        }

        Stream<String> pairs() {
            return internals.stream().map(internal -> pair(ArchitectureTest.ROOT + "." + user, internal));
        }
    }

    @ArchTest
    static void internals_used_areListed(JavaClasses classes) {
        Set<String> unlisted = used(classes);
        unlisted.removeAll(listed());

        assertThat(unlisted)
                .as("Use public API instead. Where there is none, add the class to the list, with the reason.")
                .isEmpty();
    }

    @ArchTest
    static void internals_listed_areUsed(JavaClasses classes) {
        Set<String> unused = listed();
        unused.removeAll(used(classes));

        assertThat(unused).as("Remove from the list what is not used any more.").isEmpty();
    }

    private static Set<String> listed() {
        return USES.stream().flatMap(Use::pairs).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> used(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> INTERNAL.matcher(name(use.getTargetClass())).matches())
                .map(InternalsTest::pair)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String pair(Dependency use) {
        return pair(name(use.getOriginClass()), name(use.getTargetClass()));
    }

    private static String pair(String user, String internal) {
        return user + " uses " + internal;
    }

    /** The name of the class in whose file it stands. */
    private static String name(JavaClass type) {
        return type.getBaseComponentType().getName().replaceFirst("\\$.*", "");
    }
}
