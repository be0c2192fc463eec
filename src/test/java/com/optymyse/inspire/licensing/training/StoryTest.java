package com.optymyse.inspire.licensing.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.training.Step.Port;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests of the training, sent to a server in place of the service. */
class StoryTest {

    private static final List<Step> STEPS = Stream.concat(Story.WITHOUT_DATABASE.stream(), Story.UNLICENSED.stream())
            .toList();
    private static final TrainingTokens IDENTITY_PROVIDER = new TrainingTokens();

    private final List<String> asked = new ArrayList<>();
    private HttpServer service;
    private Story story;

    static Stream<Step> steps() {
        return STEPS.stream().distinct();
    }

    static Stream<Step> stepsWithWords() {
        return steps().filter(step -> !step.words().isEmpty());
    }

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
        URI address = URI.create("http://localhost:" + service.getAddress().getPort());
        story = new Story(Map.of(Port.API, address, Port.MANAGEMENT, address), Story.tokens(IDENTITY_PROVIDER));
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void story_rightAnswers_playsEachStep() throws Exception {
        answer((exchange, step) -> send(exchange, step.status(), step.words()));

        story.play(STEPS);

        assertThat(asked)
                .containsExactlyElementsOf(STEPS.stream().map(Step::path).toList());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void step_answeredWithAnotherStatus_isNamed(Step step) {
        answer((exchange, any) -> send(exchange, 418, "a teapot"));

        assertThatExceptionOfType(TrainingFailed.class)
                .isThrownBy(() -> story.play(List.of(step)))
                .withMessage(step.name() + " got status 418 instead of " + step.status() + ": a teapot");
    }

    @ParameterizedTest
    @MethodSource("stepsWithWords")
    void step_answeredWithOtherWords_isNamed(Step step) {
        answer((exchange, any) -> send(exchange, step.status(), "a teapot"));

        assertThatExceptionOfType(TrainingFailed.class)
                .isThrownBy(() -> story.play(List.of(step)))
                .withMessageStartingWith(step.name() + " got a body without " + step.words() + ": a teapot");
    }

    @Test
    void step_withoutAnswer_isNamed() {
        // The client would send a GET again.
        Step post =
                steps().filter(step -> step.method().equals("POST")).findFirst().orElseThrow();
        answer((exchange, step) -> exchange.close());

        assertThatExceptionOfType(TrainingFailed.class)
                .isThrownBy(() -> story.play(List.of(post)))
                .withMessageStartingWith(post.name() + " got no answer instead of one with status 200: ");
    }

    private interface Answer {
        void give(HttpExchange exchange, Step step) throws IOException;
    }

    /** Gives this answer to each request; the requests come in the order of the steps. */
    private void answer(Answer answer) {
        service.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            answer.give(exchange, STEPS.get(asked.size() - 1));
        });
    }

    private static void send(HttpExchange exchange, int status, String words) throws IOException {
        byte[] body = status == 304 ? new byte[0] : words.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
