package io.onhand.channel;

import com.fasterxml.jackson.core.type.TypeReference;
import io.onhand.refusal.Refusal;
import io.onhand.refusal.Require;
import io.onhand.relay.Outbox;
import io.onhand.tenant.Ids;
import io.onhand.tenant.Json;
import io.onhand.tenant.Page;
import io.onhand.tenant.Row;
import io.onhand.tenant.TenantScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tenant's channels and their policies. Use inside {@link TenantScope#call}. */
@Singleton
public class Channels {
    private static final String SELECT = """
            select c.*, p.buffer_units, p.buffer_percent, p.max_listed, p.zero_at_or_below, p.out_of_stock,
              (select array_agg(n.location_id::text order by n.position) from channel_policy_location n
               where n.tenant_id = c.tenant_id and n.channel_id = c.id and n.version = c.policy_version) as network,
              (select count(*) from listing l where l.tenant_id = c.tenant_id and l.channel_id = c.id and l.sku_id is null) as unmatched
            from channel c
            """ + PolicyInForce.POLICY;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final TenantScope scope;
    private final ChannelSecrets secrets;
    private final ChannelContact contact;
    private final StaleListings stale;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public Channels(
            TenantScope scope,
            ChannelSecrets secrets,
            ChannelContact contact,
            StaleListings stale,
            Outbox outbox,
            Clock clock) {
        this.scope = scope;
        this.secrets = secrets;
        this.contact = contact;
        this.stale = stale;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Every connector that this installation has, by id. */
    public Map<String, ConnectorDescriptor> connectors() {
        Map<String, ConnectorDescriptor> found = new TreeMap<>();
        scope.sql()
                .list(
                        "select id, descriptor::text as descriptor from connector",
                        row -> found.put(row.text("id"), Json.read(row.text("descriptor"), ConnectorDescriptor.class)));
        return found;
    }

    /**
     * Connects a channel.
     *
     * @param name unique in the tenant, 1 to 200 characters
     * @param settings by the names that the connector declares, secrets included
     * @param policy its first policy
     * @param actor who does it
     */
    public Channel connect(
            String connector, String name, Map<String, String> settings, ChannelPolicy policy, String actor) {
        ConnectorDescriptor descriptor = connectors().get(connector);
        if (descriptor == null)
            throw Refusal.invalid(
                    "connector-unknown",
                    "connector",
                    connector + " is not one of " + connectors().keySet());
        refuseTakenName(name, null);
        ChannelEntity channel = new ChannelEntity(Ids.next(), descriptor, clock.instant());
        channel.name = Require.text("name", name, 200);
        write(channel, descriptor, settings, Map.of());
        channel.policy_version = 1;
        scope.entities().persist(channel);
        scope.entities().flush();
        writePolicy(channel.id, 1, policy, actor);
        return get(channel.id);
    }

    /**
     * Changes name and settings. A secret that is not named stays as it is.
     *
     * @param expectedVersion the version that the change was made on; null to write whatever is there
     */
    public Channel change(UUID id, String name, Map<String, String> settings, Long expectedVersion) {
        ChannelEntity channel = entity(id, expectedVersion);
        refuseTakenName(name, id);
        channel.name = Require.text("name", name, 200);
        write(channel, connectors().get(channel.connector), settings, secrets.decrypt(channel.secrets));
        return saved(channel);
    }

    /** Stops telling and polling the channel; its orders by webhook and file still come in, as they are sold already. */
    public Channel pause(UUID id) {
        ChannelEntity channel = entity(id, null);
        channel.state = "paused";
        return saved(channel);
    }

    /** Takes a paused channel up again and tells it everything anew. Closes its circuit. */
    public Channel resume(UUID id) {
        ChannelEntity channel = entity(id, null);
        channel.state = "active";
        scope.entities().flush();
        contact.succeeded(id);
        stale.markChannel(id);
        return saved(channel);
    }

    /** Gives the channel a new version of its policy and tells it what changed. */
    public Channel setPolicy(UUID id, ChannelPolicy policy, Long expectedVersion, String actor) {
        ChannelEntity channel = entity(id, expectedVersion);
        channel.policy_version++;
        scope.entities().flush();
        writePolicy(id, channel.policy_version, policy, actor);
        stale.markChannel(id);
        outbox.append(Outbox.Kind.NETWORK_CHANGED, Set.of(id));
        return get(id);
    }

    /** @throws Refusal {@code channel-not-found} */
    public Channel get(UUID id) {
        return scope.sql()
                .first(SELECT + " where c.tenant_id = ? and c.id = ?", Channels::channel, scope.tenant(), id)
                .orElseThrow(() -> Refusal.notFound("channel", id));
    }

    /** Channels in the order of their names; {@code limit} 1 to {@value Page#MAX}. */
    public Page<Channel> list(String after, int limit) {
        List<Channel> found = scope.sql()
                .list(
                        SELECT + " where c.tenant_id = ? and c.name > ? order by c.name limit ?",
                        Channels::channel,
                        scope.tenant(),
                        after == null ? "" : after,
                        limit + 1);
        return Page.of(found, limit, Channel::name);
    }

    private ChannelEntity entity(UUID id, Long expectedVersion) {
        ChannelEntity channel = scope.entities().find(ChannelEntity.class, id);
        if (channel == null) throw Refusal.notFound("channel", id);
        if (expectedVersion != null && channel.version != expectedVersion) throw TenantScope.changedMeanwhile();
        return channel;
    }

    private Channel saved(ChannelEntity channel) {
        scope.entities().flush();
        return get(channel.id);
    }

    private void refuseTakenName(String name, UUID self) {
        boolean taken = scope.sql()
                .first(
                        "select id from channel where tenant_id = ? and name = ?",
                        row -> row.id("id"),
                        scope.tenant(),
                        name)
                .filter(other -> !other.equals(self))
                .isPresent();
        if (taken) throw Refusal.conflict("channel-name-taken", "There is a channel called " + name);
    }

    /** Sorts the wanted settings into open ones and secrets, checked against what the connector declares. */
    private void write(
            ChannelEntity channel,
            ConnectorDescriptor descriptor,
            Map<String, String> wanted,
            Map<String, String> knownSecrets) {
        Map<String, String> open = new TreeMap<>();
        Map<String, String> hidden = new TreeMap<>(knownSecrets);
        Map<String, String> left = new HashMap<>(wanted);
        channel.pollAs(descriptor);
        for (ConnectorDescriptor.Setting setting : descriptor.settings()) {
            String field = "settings." + setting.name();
            String value = left.remove(setting.name());
            if (value == null || value.isBlank()) {
                if (setting.isSecret() && hidden.containsKey(setting.name())) continue;
                if (setting.required() && setting.defaultValue() == null)
                    throw Refusal.invalid(
                            "setting-missing",
                            field,
                            setting.title().getOrDefault("en", setting.name()) + " is needed");
                value = setting.defaultValue();
            }
            if (value == null) continue;
            Require.text(field, value, 4000);
            if (setting.type().equals("choice") && !setting.choices().contains(value))
                throw Refusal.invalid("choice-unknown", field, value + " is not one of " + setting.choices());
            if (setting.type().equals("number") && !value.matches("-?\\d{1,9}"))
                throw Refusal.invalid("number-malformed", field, value + " is no whole number");
            if (setting.type().equals("zone") && !ZoneId.getAvailableZoneIds().contains(value))
                throw Refusal.invalid("zone-unknown", field, "There is no time zone " + value);
            if (setting.type().equals("currency") && !CURRENCIES.contains(value))
                throw Refusal.invalid("currency-unknown", field, "There is no currency " + value);
            if (setting.isColumns()) refuseWrongColumns(field, value, descriptor);
            if (setting.type().equals("url") && !value.matches("https?://\\S+"))
                throw Refusal.invalid("url-malformed", field, "An address that starts with https://");
            (setting.isSecret() ? hidden : open).put(setting.name(), value);
        }
        if (!left.isEmpty())
            throw Refusal.invalid(
                    "setting-unknown",
                    "settings." + left.keySet().iterator().next(),
                    "The connector has no such setting");
        channel.settings = open;
        channel.secrets = secrets.encrypt(hidden);
    }

    private static void refuseWrongColumns(String field, String value, ConnectorDescriptor descriptor) {
        try {
            ColumnNames.problems(ColumnNames.read(value), descriptor.fileFields()).stream()
                    .findFirst()
                    .ifPresent(problem -> {
                        throw problem;
                    });
        } catch (Refusal wrong) {
            throw wrong.at(field);
        }
    }

    private void writePolicy(UUID channel, int version, ChannelPolicy policy, String actor) {
        policy.check();
        refuseUnknownLocations(policy);
        scope.sql()
                .update(
                        """
                        insert into channel_policy (tenant_id, channel_id, version, buffer_units, buffer_percent, max_listed,
                          zero_at_or_below, out_of_stock, created_at, created_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        scope.tenant(),
                        channel,
                        version,
                        policy.bufferUnits(),
                        policy.bufferPercent(),
                        policy.maxListed(),
                        policy.zeroAtOrBelow(),
                        policy.outOfStock(),
                        clock.instant(),
                        actor);
        scope.sql()
                .update("""
                        insert into channel_policy_location (tenant_id, channel_id, version, position, location_id)
                        select ?, ?, ?, n.position, n.id from unnest(?::uuid[]) with ordinality as n(id, position)""", scope.tenant(), channel, version, policy.network().toArray(UUID[]::new));
    }

    private void refuseUnknownLocations(ChannelPolicy policy) {
        List<UUID> known = scope.sql()
                .list(
                        "select id from location where tenant_id = ? and id = any(?) and kind <> 'virtual'",
                        row -> row.id("id"),
                        scope.tenant(),
                        policy.network().toArray(UUID[]::new));
        for (int i = 0; i < policy.network().size(); i++)
            if (!known.contains(policy.network().get(i)))
                throw Refusal.invalid(
                        "location-unknown",
                        "network[" + i + "]",
                        "No location " + policy.network().get(i));
    }

    private static Channel channel(Row row) throws SQLException {
        UUID[] network = row.texts("network").stream().map(UUID::fromString).toArray(UUID[]::new);
        return new Channel(
                row.id("id"),
                row.text("connector"),
                row.text("name"),
                row.text("state"),
                Json.read(row.text("settings"), new TypeReference<>() {}),
                new ChannelPolicy(
                        row.number("policy_version"),
                        Arrays.asList(network),
                        row.number("buffer_units"),
                        row.number("buffer_percent"),
                        row.numberOrNull("max_listed"),
                        row.number("zero_at_or_below"),
                        row.text("out_of_stock")),
                row.flag("publishes"),
                row.number("failures"),
                row.instant("circuit_open_until"),
                ChannelError.of(row),
                row.instant("last_success_at"),
                row.number("unmatched"),
                row.big("version"),
                row.instant("created_at"));
    }
}
