package io.onhand.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.onhand.acceptance.product.Answer;
import io.onhand.acceptance.product.Contents;
import io.onhand.acceptance.product.Http;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.Superuser;
import io.onhand.acceptance.running.RunningProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever names a thing of another tenant is answered as if it did not exist, by every operation, wherever it is named. */
class OtherTenantsThingsIT {
    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    private static OpenApi api;
    private static Household mine;
    private static Household theirs;

    @BeforeAll
    static void twoTenantsHaveSomethingOfEachKind() {
        api = OpenApi.of(product.url());
        var scopes = Campaign.scopes(api.operations());
        mine = Household.found(product.installation(), scopes);
        theirs = Household.found(product.installation(), scopes);
        for (IdKind kind : IdKind.values()) {
            assertThat(theirs.all(kind)).as(kind.name()).isNotEmpty();
        }
    }

    /** One place of a request where a thing of a tenant is named. */
    record Slot(String name, boolean uuid, BiConsumer<Draft, String> put) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Operation> operationsThatNameThings() {
        return OpenApi.of(product.url()).operations().stream()
                .filter(operation -> !operation.operators())
                .filter(operation -> !slots(draft(operation, 1)).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operationsThatNameThings")
    void aThingOfAnotherTenantIsAnsweredLikeOneThatDoesNotExist(Operation operation) throws IOException {
        try (Superuser database = new Superuser(product.installation(), Superuser.ONHAND);
                Sender sender = new Sender(product.url())) {
            TenantRows rows = new TenantRows(database, theirs.id());
            Contents before = rows.atStandstill(theirs.api());
            for (Slot slot : slots(draft(operation, 1))) {
                String unknown = slot.uuid() ? UUID.randomUUID().toString() : "NO-SUCH-CODE";
                String expected = ask(sender, operation, slot, unknown);
                for (IdKind kind : IdKind.values()) {
                    if (kind.isUuid() == slot.uuid()) {
                        String foreign = theirs.all(kind).get(0);
                        assertThat(ask(sender, operation, slot, foreign))
                                .as("%s with a %s of another tenant as %s", operation, kind, slot)
                                .isEqualTo(expected);
                    }
                }
            }
            assertThat(before.changes(rows.now())).isEmpty();
        }
    }

    @Test
    void nothingOfAnotherTenantIsInAnyList() {
        for (Operation operation : api.operations()) {
            if (operation.method().equals("GET") && operation.in("path").isEmpty() && !operation.operators()) {
                Draft draft = draft(operation, 1);
                String answer = Http.send(
                                "GET",
                                product.url() + draft.target(),
                                null,
                                Map.of("Authorization", "Bearer " + mine.token(mine.everything())))
                        .expect(200)
                        .toString();
                Arrays.stream(IdKind.values())
                        .filter(IdKind::isUuid)
                        .flatMap(kind -> theirs.all(kind).stream())
                        .forEach(
                                foreign -> assertThat(answer).as(operation.id()).doesNotContain(foreign));
            }
        }
    }

    /** The same request but for the thing that it names; what is made has another name each time. */
    private static Draft draft(Operation operation, long seed) {
        return Draft.wellMeant(operation, new Sample(api, mine, new Random(seed)));
    }

    private static List<Slot> slots(Draft draft) {
        List<Slot> slots = new ArrayList<>();
        boolean names = draft.operation().method().equals("PUT");
        for (Parameter parameter : draft.operation().in("path")) {
            boolean uuid =
                    IdKind.byPath(draft.operation().path(), parameter.name()).isUuid();
            if (names && !uuid) {
                // Who puts a code makes a thing of the own.
                continue;
            }
            slots.add(new Slot("{" + parameter.name() + "}", uuid, (other, value) -> other.path()
                    .put(parameter.name(), Http.encode(value))));
        }
        for (Parameter parameter : draft.operation().in("query")) {
            IdKind kind = IdKind.byField(parameter.name());
            if (kind != null) {
                slots.add(new Slot("?" + parameter.name(), kind.isUuid(), (other, value) -> {
                    other.query().removeIf(pair -> pair.name().equals(parameter.name()));
                    other.query().add(new Draft.Pair(parameter.name(), Http.encode(value)));
                }));
            }
        }
        if (draft.body() != null) {
            List<Place> places = Place.in(api, draft.operation().bodySchema(), draft.body());
            for (int i = 0; i < places.size(); i++) {
                IdKind kind = IdKind.byField(places.get(i).name());
                int place = i;
                if (kind != null) {
                    slots.add(
                            new Slot(places.get(i).name(), kind.isUuid(), (other, value) -> put(other, place, value)));
                }
            }
        }
        return slots;
    }

    private static void put(Draft draft, int place, String value) {
        Place chosen =
                Place.in(api, draft.operation().bodySchema(), draft.body()).get(place);
        TextNode text = TextNode.valueOf(value);
        chosen.set(chosen.is("array") ? Json.MAPPER.createArrayNode().add(text) : text);
    }

    /** What is answered, without what differs each time. */
    private static String ask(Sender sender, Operation operation, Slot slot, String value) throws IOException {
        Draft draft = draft(operation, 1);
        slot.put().accept(draft, value);
        Answer answer = sender.send(draft, mine.token(mine.everything()));
        String said = new String(answer.body(), StandardCharsets.UTF_8)
                .replace(value, "THING")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("\"N[0-9a-f]{8}-[0-9a-f]{4}\"", "NAME")
                .replaceAll("\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[^\"]+Z\"", "TIME")
                .replaceAll("\"(version|onHand|applied|unchanged)\":[0-9]+", "COUNT")
                .replaceAll("\"outcome\":\"(applied|unchanged)\"", "DONE");
        return answer.status() + " " + said;
    }
}
