package io.onhand.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.running.RunningProduct;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is too much is refused clearly, before it costs anything. */
class LimitsIT {
    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    private static String authorization;

    @BeforeAll
    static void someoneMayCall() {
        authorization = "Host: localhost\r\nAuthorization: Bearer " + product.token("demo-partner") + "\r\n";
    }

    static Stream<Operation> operationsWithABody() {
        return OpenApi.of(product.url()).operations().stream()
                .filter(operation -> operation.takesJson() && !operation.operators());
    }

    static Stream<Operation> pagedLists() {
        return OpenApi.of(product.url()).operations().stream().filter(operation -> operation.in("query").stream()
                .anyMatch(parameter -> parameter.name().equals("limit")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operationsWithABody")
    void aBodyThatSaysItIsTooLargeIsRefusedBeforeItIsSent(Operation operation) throws IOException {
        Answer answer = ask(operation.method() + " " + path(operation) + " HTTP/1.1\r\n" + authorization
                + "Content-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n{");
        assertThat(problem(answer)).isEqualTo("413 body-too-large");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operationsWithABody")
    void aBodyThatTurnsOutTooLargeIsRefused(Operation operation) throws IOException {
        String chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
        Answer answer = ask(operation.method() + " " + path(operation) + " HTTP/1.1\r\n" + authorization
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(9)
                + "0\r\n\r\n");
        assertThat(problem(answer)).isEqualTo("413 body-too-large");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pagedLists")
    void aPageHasOneToTwoHundredItems(Operation operation) throws IOException {
        for (String limit : new String[] {"0", "201", "-1", "2147483648"}) {
            Answer answer =
                    ask("GET " + path(operation) + "?limit=" + limit + " HTTP/1.1\r\n" + authorization + "\r\n");
            assertThat(problem(answer) + " " + answer.field()).isEqualTo("400 limit-out-of-range limit");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17_000, 1_000_000})
    void aHeadThatIsTooLargeIsRefused(int characters) throws IOException {
        Answer answer = ask("GET /api/v1/tenants/current HTTP/1.1\r\n" + authorization + "X-Large: "
                + "x".repeat(characters) + "\r\n\r\n");
        assertThat(answer.status()).isIn(400, 431);
        answer =
                ask("GET /api/v1/tenants/current?" + "x".repeat(characters) + " HTTP/1.1\r\n" + authorization + "\r\n");
        assertThat(answer.status()).isIn(400, 414);
        serves();
    }

    @Test
    void aHeadOfTooManyFieldsIsRefused() throws IOException {
        Answer answer = ask(
                "GET /api/v1/tenants/current HTTP/1.1\r\n" + authorization + "X-Many: x\r\n".repeat(5_000) + "\r\n");
        assertThat(answer.status()).isIn(400, 431);
        serves();
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws IOException {
        String channel = product.api().all("/channels").stream()
                .filter(found -> found.path("name").asText().equals("SmartStore"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        Answer answer = ask("POST /api/v1/imports/files?fileName=a.csv&channel=" + channel + " HTTP/1.1\r\n"
                + authorization + "Content-Type: text/csv\r\nContent-Length: 60000000\r\n\r\na");
        assertThat(problem(answer)).isEqualTo("413 body-too-large");
    }

    /** What could be read as two requests, or as none, is refused and the connection is closed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 3\r\nContent-Length: 4\r\n\r\n{}  ",
                "Content-Length: -5\r\n\r\n",
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n{}",
                "Transfer-Encoding: nonsense\r\n\r\n{}",
                "X: a\u0000b\r\n\r\n"
            })
    void anAmbiguousMessageIsRefused(String rest) throws IOException {
        Answer answer =
                ask("POST /api/v1/orders HTTP/1.1\r\n" + authorization + "Content-Type: application/json\r\n" + rest);
        assertThat(answer.status()).isBetween(400, 499);
        serves();
    }

    private static String path(Operation operation) {
        return operation.path().replaceAll("\\{[a-z]+}", "0198c2a4-8a57-7c3e-b6b1-0f2d6f4f5a10");
    }

    private static String problem(Answer answer) {
        assertThat(answer.header("Content-Type")).as(answer.toString()).isEqualTo("application/problem+json");
        return answer.status() + " " + answer.code();
    }

    private static Answer ask(String message) throws IOException {
        try (Wire wire = new Wire(product.url())) {
            try {
                wire.send(message);
            } catch (IOException closed) {
                // It may answer before it has read everything.
                assertThat(wire.hasAnswer()).isTrue();
            }
            return wire.answer(message.substring(0, message.indexOf('\r')));
        }
    }

    private static void serves() {
        assertThat(product.api().get("/tenants/current").status()).isEqualTo(200);
    }
}
