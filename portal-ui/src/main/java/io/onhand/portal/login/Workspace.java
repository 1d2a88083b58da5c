package io.onhand.portal.login;

import com.vaadin.cdi.annotation.VaadinSessionScoped;
import io.onhand.refusal.Refusal;
import io.onhand.tenant.TenantScope;
import io.onhand.tenant.Tenants;
import io.onhand.tenant.Tenants.Tenant;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The person at the screen and the tenant they work for now, for as long as the session lives. Whatever a view reads or
 * does, it does through {@link #look} or {@link #act}: both run as that tenant and no other.
 */
@VaadinSessionScoped
public class Workspace {
    private static final Duration ASK_AGAIN = Duration.ofMinutes(5);

    private final Tenants directory;
    private final TenantScope scope;
    private final PersonReader reader;
    private final Standing standing;
    private final Clock clock;

    private Person person;
    private String refreshToken;
    private Instant askedAt = Instant.EPOCH;
    private boolean ended;
    private List<Tenant> tenants = List.of();
    private Tenant current;

    /** For the proxy. */
    protected Workspace() {
        this(null, null, null, null, null);
    }

    @Inject
    Workspace(Tenants directory, TenantScope scope, PersonReader reader, Standing standing, Clock clock) {
        this.directory = directory;
        this.scope = scope;
        this.reader = reader;
        this.standing = standing;
        this.clock = clock;
    }

    /** Whether somebody has signed in who may enter: with a role, and with a tenant that exists here. */
    public boolean isOpen() {
        return person().filter(Person::mayRead).isPresent() && current != null;
    }

    /** Who is at the screen; empty when nobody has signed in. */
    public Optional<Person> person() {
        if (person == null && !ended)
            reader.read().ifPresent(who -> {
                refreshToken = reader.refreshToken();
                askedAt = clock.instant();
                enter(who);
            });
        return Optional.ofNullable(person);
    }

    /** The tenants of the person, by name. */
    public List<Tenant> tenants() {
        return tenants;
    }

    /** The tenant of every read and act. */
    public Tenant tenant() {
        if (!isOpen()) throw new IllegalStateException("Nobody has signed in to a tenant");
        return current;
    }

    /** The time zone that every time is shown in. */
    public ZoneId zone() {
        return tenant().zone();
    }

    /** Works for another tenant of the person from now on. */
    public void change(Tenant other) {
        if (!tenants.contains(other)) throw Refusal.forbidden("tenant-not-yours", "Not a tenant of this person");
        current = other;
    }

    /** Whether the person may change anything. */
    public boolean mayAct() {
        return isOpen() && person.mayAct();
    }

    /** The name that the ledger keeps for what the person does. */
    public String actor() {
        return person.login();
    }

    /**
     * Asks Keycloak again, at most once in five minutes, whether the person may still be here and with which roles.
     *
     * @return false when they may not: the session is over
     */
    public boolean isStillValid() {
        if (person == null || refreshToken == null) return !ended;
        Instant now = clock.instant();
        if (now.isBefore(askedAt.plus(ASK_AGAIN))) return true;
        askedAt = now;
        Standing.Answer answer = standing.ask(refreshToken);
        if (answer instanceof Standing.Valid valid) {
            refreshToken = valid.refreshToken();
            enter(valid.person());
        } else if (answer instanceof Standing.Ended) {
            ended = true;
            person = null;
            current = null;
        }
        return !ended;
    }

    /** Reads as the tenant. */
    public <T> T look(Supplier<T> work) {
        return scope.look(tenant().id(), work);
    }

    /** Changes something as the tenant; refused for those who may only read. */
    public <T> T act(Supplier<T> work) {
        if (!isStillValid()) throw Refusal.forbidden("session-over", "Signed out, disabled or removed in Keycloak");
        if (!mayAct()) throw Refusal.forbidden("role-may-not-act", "This takes the role operator");
        return scope.call(tenant().id(), work);
    }

    private void enter(Person who) {
        person = who;
        tenants = who.tenants().stream()
                .map(directory::find)
                .flatMap(Optional::stream)
                .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
                .toList();
        current = tenants.stream()
                .filter(tenant -> current != null && tenant.id().equals(current.id()))
                .findFirst()
                .orElse(tenants.isEmpty() ? null : tenants.get(0));
    }
}
