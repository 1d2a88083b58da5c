package io.onhand.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.onhand.acceptance.running.RunningProduct;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people may see and do: those of another company see nothing, those who only read can change nothing. */
class TenantsApartIT {
    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static Traces bluehan;

    @BeforeAll
    static void bluehanHasSomethingOfEachKind() {
        bluehan = Traces.leave(product.api());
    }

    @Test
    void listsShowNothingOfAnotherCompany() {
        Portal haruto = signIn("haruto");
        assertThat(haruto.open("/stock").words("YUKATA-M")).isVisible();
        assertThat(haruto.open("/channels").words("モール 01")).isVisible();
        Pattern theirs = Pattern.compile(bluehan.orderNumber() + "|Mall 0|SmartStore|" + Traces.SKU);
        for (String list : List.of("/", "/orders", "/stock", "/channels", "/imports")) {
            assertThat(haruto.open(list).work()).not().containsText(theirs);
        }
        haruto.open("/stock?q=" + Traces.SKU);
        assertThat(haruto.work().getByText("Nothing starts with")).isVisible();
        haruto.open("/orders?q=" + bluehan.orderNumber());
        assertThat(haruto.work().getByText("No order matches")).isVisible();
    }

    @Test
    void anAddressOfAnotherCompanyTypedByHandIsAPageThatDoesNotExist() {
        Portal haruto = signIn("haruto");
        for (String address : bluehan.addresses()) {
            assertThat(haruto.open(address).nothingHere()).isVisible();
            assertThat(haruto.work())
                    .not()
                    .containsText(Pattern.compile(bluehan.orderNumber() + "|Mall|SmartStore|노트"));
            String unknown = address.substring(0, address.lastIndexOf('/') + 1) + UUID.randomUUID();
            assertThat(haruto.open(unknown).nothingHere()).isVisible();
        }
        assertThat(haruto.open("/orders?import=" + bluehan.run()).work()).not().containsText(bluehan.orderNumber());
        assertThat(haruto.open("/orders?channel=" + bluehan.channel()).work())
                .not()
                .containsText(bluehan.orderNumber());
    }

    @Test
    void whoOnlyReadsSeesEverythingAndIsOfferedNothingToDo() {
        Portal operator = signIn("minji");
        acts().forEach((address, acts) -> {
            operator.open(address);
            acts.forEach(act -> assertThat(act(operator, act)).isVisible());
        });
        Portal viewer = signIn("viewer1");
        acts().forEach((address, acts) -> {
            viewer.open(address);
            assertThat(viewer.nothingHere()).isHidden();
            acts.forEach(act -> assertThat(act(viewer, act)).isHidden());
        });
        assertThat(viewer.open("/imports/new").work()).containsText("Your role is view only");
        assertThat(viewer.open("/channels/connect").work()).containsText("Your role is view only");
    }

    /** What an operator can do, by the page where it can be done. */
    private static Map<String, Collection<String>> acts() {
        return Map.of(
                "/orders/" + bluehan.order(),
                List.of("Cancel units"),
                "/stock/" + bluehan.sku(),
                List.of("Adjust", "Safety stock"),
                "/channels",
                List.of("Connect a channel"),
                "/channels/" + bluehan.channel(),
                List.of("Pause", "Change"),
                "/imports",
                List.of("Upload a file"),
                "/imports/" + bluehan.run(),
                List.of("Commit 1 row"));
    }

    private static Locator act(Portal portal, String name) {
        return portal.button(name).first();
    }

    private static Portal signIn(String person) {
        return Portal.signIn(chromium.window(), product.url(), person);
    }
}
