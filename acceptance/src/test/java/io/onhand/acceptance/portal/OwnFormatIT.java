package io.onhand.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.onhand.acceptance.product.Json;
import io.onhand.acceptance.product.PartnerApi;
import io.onhand.acceptance.running.RunningProduct;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mall that nobody knows: a person says once which column of its file is what. */
class OwnFormatIT {
    @RegisterExtension
    static final RunningProduct product = new RunningProduct();

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Test
    void aPersonExplainsAnUnknownMallsFileAndTheNextOneIsReadByItself() {
        String name = "달빛상점 " + UUID.randomUUID().toString().substring(0, 8);
        Portal portal = Portal.signIn(chromium.window(), product.url(), "minji");
        connect(portal, name);

        upload(portal, name, MoonlightFile.with("수량", 2));
        assertThat(portal.title()).containsText("Name columns");
        assertThat(portal.work().locator("table.file-rows").first()).containsText("머그컵");
        assertThat(field(portal, "Order number")).hasValue("주문 번호");
        assertThat(field(portal, "Recipient")).hasValue("받는 분");
        assertThat(read(portal)).containsText("2026-08-03 12:10");

        // What is wrong is said at its field, while choosing.
        clear(portal, "Title");
        choose(portal, "Quantity", "상품명");
        assertThat(error(portal, "Quantity")).containsText("is not a number of units");
        assertThat(read(portal).locator("td.misread").first()).isVisible();
        choose(portal, "Quantity", "상품코드");
        assertThat(error(portal, "Quantity")).containsText("is chosen for Seller code already");
        clear(portal, "Quantity");
        portal.button("Save and read the file").click();
        assertThat(error(portal, "Quantity")).containsText("Choose the column for: Quantity");
        choose(portal, "Quantity", "수량");
        portal.button("Save and read the file").click();

        assertThat(portal.title()).containsText("To confirm");
        assertThat(portal.row("NOTE-A5").locator("td").nth(1)).hasText("2");

        // The next file needs no person, until the mall changes its header: that is shown, and nothing is guessed.
        upload(portal, name, MoonlightFile.with("수량", 1));
        assertThat(portal.title()).containsText("To confirm");
        upload(portal, name, MoonlightFile.with("주문수량", 3));
        assertThat(portal.title()).containsText("Name columns");
        assertThat(portal.work()).containsText("The header has changed; missing: 수량");
        assertThat(error(portal, "Quantity")).containsText("The file has no column “수량”");
        choose(portal, "Quantity", "주문수량");
        portal.button("Save and read the file").click();
        assertThat(portal.row("NOTE-A5").locator("td").nth(1)).hasText("3");

        // And later, from the channel's page.
        portal.open("/channels").words(name).click();
        assertThat(portal.work()).containsText("Own format");
        portal.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change the format"))
                .click();
        assertThat(portal.title()).hasText("File format");
        assertThat(field(portal, "Quantity")).hasValue("주문수량");
        clear(portal, "Recipient");
        portal.button("Save").click();
        assertThat(portal.title()).containsText(name);
        assertThat(columns(name)).contains("quantity=주문수량").doesNotContain("recipientName");
    }

    @Test
    void whoDoesNotKnowTheFileDiscardsIt() {
        String name = "별빛상점 " + UUID.randomUUID().toString().substring(0, 8);
        Portal portal = Portal.signIn(chromium.window(), product.url(), "minji");
        connect(portal, name);
        upload(portal, name, MoonlightFile.with("수량", 2));
        portal.button("Discard the file").click();
        portal.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Discard the file"))
                .click();
        assertThat(portal.title()).containsText("Not readable");
    }

    @Test
    void aPartnerExplainsTheSameByTheApi() {
        PartnerApi api = product.api();
        String channel =
                api.post("/channels", ownChannel(api)).expect(201).path("id").asText();
        String run = api.upload(
                        channel, "moonlight.csv", MoonlightFile.with("수량", 2).bytes(), null)
                .expect(202)
                .path("id")
                .asText();
        RunningProduct.eventually(
                () -> api.get("/imports/" + run).expect(200),
                read -> read.path("state").asText().equals("unrecognised"));
        JsonNode table = api.get("/imports/" + run + "/table").expect(200);
        assertThat(table.path("columns").findValuesAsText("guess")).contains("orderId", "quantity");

        JsonNode wrong = Json.object().set("columns", Json.MAPPER.valueToTree(Map.of("orderId", "주문 번호")));
        assertThat(api.put("/imports/" + run + "/columns", wrong).code()).isEqualTo("column-needed");
        JsonNode right = Json.object()
                .set(
                        "columns",
                        Json.MAPPER.valueToTree(
                                Map.of("orderId", "주문 번호", "orderedAt", "주문일시", "sku", "상품코드", "quantity", "수량")));
        api.put("/imports/" + run + "/columns", right).expect(202);
        RunningProduct.eventually(
                () -> api.get("/imports/" + run).expect(200),
                read -> read.path("state").asText().equals("previewed"));
        assertThat(api.get("/channels/" + channel)
                        .expect(200)
                        .path("settings")
                        .path("columns")
                        .asText())
                .contains("sku=상품코드");
    }

    private static JsonNode ownChannel(PartnerApi api) {
        JsonNode like = api.all("/channels").stream()
                .filter(channel -> channel.path("name").asText().equals("SmartStore"))
                .findFirst()
                .orElseThrow();
        return Json.object()
                .put("connector", "order-file")
                .put("name", "API " + UUID.randomUUID().toString().substring(0, 8))
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "settings", Json.object().put("mall", "own"))
                .set("policy", like.path("policy"));
    }

    private static String columns(String channel) {
        return product.api().all("/channels").stream()
                .filter(one -> one.path("name").asText().equals(channel))
                .findFirst()
                .orElseThrow()
                .path("settings")
                .path("columns")
                .asText();
    }

    private static void connect(Portal portal, String name) {
        portal.open("/channels/connect");
        portal.work()
                .locator(".choice")
                .filter(new Locator.FilterOptions().setHasText("Order file"))
                .click();
        portal.page().getByLabel("Channel name").fill(name);
        portal.page().locator("vaadin-select").first().click();
        portal.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Own format"))
                .click();
        portal.button("Connect Order file").click();
        assertThat(portal.title()).containsText(name);
    }

    private static void upload(Portal portal, String channel, MoonlightFile file) {
        portal.open("/imports/new");
        portal.button(channel).click();
        portal.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(file.name(), "text/csv", file.bytes()));
        portal.page().locator("vaadin-upload-file[complete]").waitFor();
        portal.button("Preview").click();
    }

    private static Locator read(Portal portal) {
        return portal.work().locator("table.file-rows").last();
    }

    private static Locator box(Portal portal, String label) {
        return portal.page()
                .locator("vaadin-combo-box")
                .filter(new Locator.FilterOptions()
                        .setHas(portal.page()
                                .locator("label")
                                .getByText(label, new Locator.GetByTextOptions().setExact(true))));
    }

    private static Locator field(Portal portal, String label) {
        return box(portal, label).locator("input");
    }

    private static Locator error(Portal portal, String label) {
        return box(portal, label).locator("[slot=error-message]");
    }

    private static void choose(Portal portal, String label, String column) {
        field(portal, label).fill(column);
        portal.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(column).setExact(true))
                .click();
    }

    private static void clear(Portal portal, String label) {
        field(portal, label).fill("");
        field(portal, label).press("Enter");
    }
}
