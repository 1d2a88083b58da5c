package io.onhand.api.channels;

import io.onhand.channel.ConnectorDescriptor;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a connector says of itself. */
@Schema(name = "Connector")
record ConnectorJson(
        @Schema(example = "sandbox") String id,
        @Schema(example = "marketplace") String kind,
        @Schema(description = "By language: ko, ja, en.") Map<String, String> title,
        Capabilities capabilities,
        List<Setting> settings,
        Bounds limits,

        @Schema(description = "What the columns of a file can tell, when merchants explain their files.")
        List<FileField> fileFields) {

    /** What the channel can really do. */
    @Schema(name = "ConnectorCapabilities")
    record Capabilities(
            boolean webhooks, boolean pollsOrders, boolean writesStock, boolean readsFiles, boolean partialCancel) {}

    /** What it needs to be connected. */
    @Schema(name = "ConnectorSetting")
    record Setting(
            @Schema(example = "apiKey") String name,

            @Schema(example = "secret", description = "text, secret, url, number, choice, zone, currency or columns.")
            String type,

            boolean required,
            String defaultValue,
            List<String> choices,
            Map<String, String> title,
            Map<String, String> hint,

            @Schema(description = "Of the choices that are no names themselves.")
            Map<String, Map<String, String>> choiceTitles) {}

    /** What a column of a file can tell. */
    @Schema(name = "ConnectorFileField")
    record FileField(
            @Schema(example = "orderId") String key,

            @Schema(example = "id", description = "id, text, quantity, amount or date.")
            String kind,

            @Schema(
                    description =
                            "Of the fields with the same word here one has to be named; absent when it may be left out.")
            String need,

            Map<String, String> title) {}

    /** What it bears. */
    @Schema(name = "ConnectorLimits")
    record Bounds(
            int stockBatch,
            double requestsPerSecond,
            int burst,

            @Schema(description = "Between two polls of its orders while something happens; 0 when it is not polled.")
            int pollSeconds,

            @Schema(description = "Between two polls at the most, however long nothing happened.")
            int quietPollSeconds) {}

    static ConnectorJson of(ConnectorDescriptor connector) {
        ConnectorDescriptor.Capabilities can = connector.capabilities();
        ConnectorDescriptor.Limits limits = connector.limits();
        return new ConnectorJson(
                connector.id(),
                connector.kind(),
                connector.title(),
                new Capabilities(
                        can.webhooks(), can.pollsOrders(), can.writesStock(), can.readsFiles(), can.partialCancel()),
                connector.settings().stream()
                        .map(setting -> new Setting(
                                setting.name(),
                                setting.type(),
                                setting.required(),
                                setting.defaultValue(),
                                setting.choices(),
                                setting.title(),
                                setting.hint(),
                                setting.choiceTitles()))
                        .toList(),
                new Bounds(
                        limits.stockBatch(),
                        limits.requestsPerSecond(),
                        limits.burst(),
                        limits.pollSeconds(),
                        limits.quietPollSeconds()),
                connector.fileFields().stream()
                        .map(field -> new FileField(field.key(), field.kind(), field.need(), field.title()))
                        .toList());
    }
}
