package io.onhand.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a connector says of itself. The engine obeys it, the portal draws the connection form from it.
 *
 * @param id kebab-case, stable, e.g. {@code sandbox}
 * @param kind {@code marketplace}, {@code mall}, {@code pos}, {@code 3pl} or {@code file}
 * @param title by language: {@code ko}, {@code ja}, {@code en}
 * @param capabilities what the channel really can
 * @param settings what it needs to be connected
 * @param limits what it bears
 * @param fileFields what the columns of a file can tell, when merchants explain their files; empty for other connectors
 */
public record ConnectorDescriptor(
        String id,
        String kind,
        Map<String, String> title,
        Capabilities capabilities,
        List<Setting> settings,
        Limits limits,
        List<FileField> fileFields) {
    public ConnectorDescriptor {
        // Written by an older version.
        fileFields = fileFields == null ? List.of() : List.copyOf(fileFields);
    }

    /** A connector that reads no files which merchants explain. */
    public ConnectorDescriptor(
            String id,
            String kind,
            Map<String, String> title,
            Capabilities capabilities,
            List<Setting> settings,
            Limits limits) {
        this(id, kind, title, capabilities, settings, limits, List.of());
    }

    /** The setting that says which column of a file is what; empty when there is none. */
    public Optional<Setting> columnsSetting() {
        return settings.stream().filter(Setting::isColumns).findFirst();
    }

    /**
     * The channel's real matrix.
     *
     * @param webhooks it calls us when something happens
     * @param pollsOrders its orders can be asked for
     * @param writesStock it can be told quantities
     * @param readsFiles its orders come as files that a person uploads
     * @param partialCancel it can cancel some units of a line
     */
    public record Capabilities(
            boolean webhooks, boolean pollsOrders, boolean writesStock, boolean readsFiles, boolean partialCancel) {}

    /**
     * One field of the connection form.
     *
     * @param name camelCase, stable
     * @param type {@code text}, {@code secret}, {@code url}, {@code number}, {@code choice}, {@code zone} (e.g. {@code Asia/Seoul}), {@code currency} (ISO 4217) or {@code columns}; a secret is
     *     encrypted at rest and never shown again; columns are written as {@link ColumnNames} says
     * @param required whether a connection cannot do without it
     * @param defaultValue or null
     * @param choices the values of a {@code choice}, else empty
     * @param title by language
     * @param hint by language, may be empty
     * @param choiceTitles of the choices that are no names themselves, by choice and language
     */
    public record Setting(
            String name,
            String type,
            boolean required,
            String defaultValue,
            List<String> choices,
            Map<String, String> title,
            Map<String, String> hint,
            Map<String, Map<String, String>> choiceTitles) {
        public Setting {
            choiceTitles = choiceTitles == null ? Map.of() : Map.copyOf(choiceTitles);
        }

        /** A setting whose choices need no words. */
        public Setting(
                String name,
                String type,
                boolean required,
                String defaultValue,
                List<String> choices,
                Map<String, String> title,
                Map<String, String> hint) {
            this(name, type, required, defaultValue, choices, title, hint, Map.of());
        }

        public boolean isSecret() {
            return type.equals("secret");
        }

        /** Whether it says which column of a file is what. */
        public boolean isColumns() {
            return type.equals("columns");
        }
    }

    /**
     * What the channel bears.
     *
     * @param stockBatch most listings in one stock message
     * @param requestsPerSecond sustained
     * @param burst requests at once
     * @param pollSeconds seconds between two polls of its orders while something happens; 0 when it is not polled
     * @param quietPollSeconds seconds between two polls at the most, however long nothing happened: no less than the above, and
     *     the same when polls are all that tells of orders
     */
    public record Limits(int stockBatch, double requestsPerSecond, int burst, int pollSeconds, int quietPollSeconds) {}
}
