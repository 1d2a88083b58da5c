package io.onhand.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodyTest {
    record Line(
            @NotBlank @Size(max = 10) String sku,
            @NotNull @Min(1) @Max(99) Integer quantity) {}

    record Body(
            UUID id,
            @NotBlank String name,
            Instant at,
            Boolean open,
            @Size(max = 3) List<@NotNull @Valid Line> lines) {}

    record Many(List<Line> lines) implements Batch {}

    private final JsonReader reader = new JsonReader();

    private Object read(Class<?> type, byte[] json) throws IOException {
        @SuppressWarnings("unchecked")
        Class<Record> any = (Class<Record>) type;
        return reader.readFrom(
                any,
                any,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(json));
    }

    private Problem problem(String json) {
        HttpRefusal refusal =
                catchThrowableOfType(HttpRefusal.class, () -> read(Body.class, json.getBytes(StandardCharsets.UTF_8)));
        assertThat(refusal).as(json).isNotNull();
        return refusal.problem();
    }

    @Test
    void goodBodyIsReadIntoItsRecord() throws IOException {
        String json =
                "{\"name\":\"머그\",\"at\":\"2026-11-21T09:30:00+09:00\",\"open\":true,\"lines\":[{\"sku\":\"MUG\",\"quantity\":2}]}";
        Body body = (Body) read(Body.class, json.getBytes(StandardCharsets.UTF_8));
        assertThat(body.name()).isEqualTo("머그");
        assertThat(body.at()).isEqualTo(Instant.parse("2026-11-21T00:30:00Z"));
        assertThat(body.lines()).containsExactly(new Line("MUG", 2));
        assertThat(body.id()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name":"a","colour":"red"}                          | unknown-field         | colour
                    {"name":"a","lines":[{"sku":"M","qty":1}]}           | unknown-field         | lines[0].qty
                    {"name":"a","lines":[{"sku":"M","quantity":"1"}]}    | wrong-type            | lines[0].quantity
                    {"name":"a","lines":[{"sku":"M","quantity":1.0}]}    | wrong-type            | lines[0].quantity
                    {"name":"a","lines":[{"sku":"M","quantity":1e3}]}    | wrong-type            | lines[0].quantity
                    {"name":"a","lines":[{"sku":"M","quantity":99999999999}]} | wrong-type       | lines[0].quantity
                    {"name":"a","lines":[{"sku":"M","quantity":true}]}   | wrong-type            | lines[0].quantity
                    {"name":"a","lines":[{"sku":7,"quantity":1}]}        | wrong-type            | lines[0].sku
                    {"name":"a","lines":[{"sku":true,"quantity":1}]}     | wrong-type            | lines[0].sku
                    {"name":"a","lines":{"sku":"M"}}                     | wrong-type            | lines
                    {"name":"a","lines":["M"]}                           | wrong-type            | lines[0]
                    {"name":["a"]}                                       | wrong-type            | name
                    {"name":"a","open":"true"}                           | wrong-type            | open
                    {"name":"a","open":1}                                | wrong-type            | open
                    {"name":"a","id":"7"}                                | wrong-type            | id
                    {"name":"a","id":""}                                 | wrong-type            | id
                    {"name":"a","id":7}                                  | wrong-type            | id
                    {"name":"a","at":1763685000}                         | wrong-type            | at
                    {"name":"a","at":"2026-11-21"}                       | wrong-type            | at
                    {"name":"a","at":"+12026-11-21T00:00:00Z"}           | wrong-type            | at
                    {"name":"a\\u0000"}                                  | character-not-allowed | name
                    {"name":"\\ud800"}                                   | character-not-allowed | name
                    {"name":"a","name":"b"}                              | repeated-field        | name
                    """)
    void wrongShapeIsRefusedAndNamed(String json, String code, String field) {
        Problem problem = problem(json);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.type()).isEqualTo("https://onhand.io/problems/" + code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {                        | malformed-json
                    {"name":"a"} {}          | wrong-type
                    {"name":"a",}            | malformed-json
                    {'name':'a'}             | malformed-json
                    {"name":NaN}             | malformed-json
                    []                       | wrong-type
                    "a"                      | wrong-type
                    7                        | wrong-type
                    null                     | body-missing
                    {"name":0123}            | malformed-json
                    """)
    void whatIsNotOneJsonObjectIsRefused(String json, String code) {
        assertThat(problem(json).code()).isEqualTo(code);
        assertThat(problem(json).status()).isEqualTo(400);
    }

    @Test
    void textIsWrittenAsItIs() throws IOException {
        String json = "{\"sku\":\"머그 \ud83d\ude00\",\"quantity\":2}";
        byte[] written = Json.MAPPER.writeValueAsBytes(new Line("머그 \ud83d\ude00", 2));
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @Test
    void emptyBodyIsRefused() {
        assertThat(problem("").code()).isEqualTo("body-missing");
    }

    @Test
    void deepBodyIsRefused() {
        assertThat(problem("{\"lines\":" + "[".repeat(5000)).status()).isEqualTo(400);
    }

    @Test
    void hugeTextIsRefused() {
        assertThat(problem("{\"name\":\"" + "a".repeat(Limits.JSON_TEXT + 1) + "\"}")
                        .code())
                .isEqualTo("json-too-complex");
    }

    @Test
    void hugeNumberIsRefused() {
        assertThat(problem("{\"name\":\"a\",\"lines\":[{\"sku\":\"M\",\"quantity\":" + "9".repeat(2000) + "}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] bytes = "{\"name\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        bytes[9] = (byte) 0xff;
        HttpRefusal refusal = catchThrowableOfType(HttpRefusal.class, () -> read(Body.class, bytes));
        assertThat(refusal.code()).isEqualTo("malformed-json");
    }

    @Test
    void everyBrokenConstraintIsNamedWithItsPointer() {
        Problem problem = problem("{\"lines\":[{\"sku\":\"MUG\",\"quantity\":0},{\"sku\":\" \"},null]}");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("invalid-input");
        assertThat(problem.errors())
                .extracting(InputError::pointer, InputError::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("#/lines/0/quantity", "out-of-range"),
                        org.assertj.core.groups.Tuple.tuple("#/lines/1/quantity", "required"),
                        org.assertj.core.groups.Tuple.tuple("#/lines/1/sku", "required"),
                        org.assertj.core.groups.Tuple.tuple("#/lines/2", "required"),
                        org.assertj.core.groups.Tuple.tuple("#/name", "required"));
        assertThat(problem.field()).isEqualTo(problem.errors().get(0).field());
    }

    @Test
    void wordsOfConstraintsAreEnglish() {
        assertThat(problem("{\"name\":\"a\",\"lines\":[{\"sku\":\"M\",\"quantity\":100}]}")
                        .errors())
                .extracting(InputError::detail)
                .containsExactly("must be less than or equal to 99");
    }

    @Test
    void largeBodyIsRefusedUnlessItIsABatch() throws IOException {
        byte[] large = ("{\"lines\":[" + " ".repeat(Limits.JSON_BYTES) + "]}").getBytes(StandardCharsets.UTF_8);
        HttpRefusal refusal = catchThrowableOfType(HttpRefusal.class, () -> read(Body.class, large));
        assertThat(refusal.status()).isEqualTo(413);
        assertThat(refusal.code()).isEqualTo("body-too-large");
        assertThat(((Many) read(Many.class, large)).lines()).isEmpty();
    }

    @Test
    void otherCharsetIsRefused() {
        @SuppressWarnings("unchecked")
        Class<Record> any = (Class<Record>) (Class<?>) Body.class;
        HttpRefusal refusal = catchThrowableOfType(
                HttpRefusal.class,
                () -> reader.readFrom(
                        any,
                        any,
                        new Annotation[0],
                        MediaType.valueOf("application/json;charset=euc-kr"),
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(new byte[0])));
        assertThat(refusal.status()).isEqualTo(415);
    }
}
