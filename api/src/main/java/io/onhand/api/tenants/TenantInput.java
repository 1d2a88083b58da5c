package io.onhand.api.tenants;

import io.onhand.refusal.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant to onboard, with its first people and partner clients. */
@Schema(name = "TenantInput")
record TenantInput(
        @Schema(example = "bluehan", description = "Never changes.") @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,38}")
        String alias,

        @Schema(example = "Bluehan Co.") @NotBlank @Size(max = 200)
        String name,

        @Schema(example = "Asia/Seoul", description = "IANA time zone.") @NotBlank @Size(max = 60)
        String timeZone,

        @Schema(example = "ko", defaultValue = "en") @Pattern(regexp = "ko|ja|en", message = "must be ko, ja or en")
        String locale,

        @Schema(defaultValue = "backorder", description = "What to do with orders without stock.")
        @Pattern(regexp = "backorder|partial|refuse", message = "must be backorder, partial or refuse")
        String outOfStock,

        @Schema(
                example = "bluehan.example",
                description =
                        "Of the people's mail addresses, unique in the platform; that of the admin when not said.")
        @Size(min = 3, max = 100)
        @Pattern(regexp = DOMAIN)
        String domain,

        @Schema(description = "May use the portal and manage the tenant's people in Keycloak's console.")
        @NotNull
        @Valid
        PersonInput admin,

        @Size(max = 100) List<@NotNull @Valid PersonInput> people,
        @Size(max = 50) List<@NotNull @Valid ClientInput> partnerClients) {

    /** Labels of letters, digits and hyphens, with a dot between them. */
    private static final String DOMAIN = "[a-z0-9]+(-+[a-z0-9]+)*(\\.[a-z0-9]+(-+[a-z0-9]+)*)*";

    /** Somebody who signs in. */
    @Schema(name = "PersonInput")
    record PersonInput(
            @Schema(example = "minji") @NotBlank @Size(max = 100)
            String username,

            @Schema(example = "minji@bluehan.example") @NotBlank @Email @Size(max = 200)
            String email,

            @Schema(example = "Minji") @NotBlank @Size(max = 100)
            String firstName,

            @Schema(example = "Kim") @NotBlank @Size(max = 100)
            String lastName,

            @Schema(description = "Set when the person is made and never after; none: set by invitation.")
            @Size(min = 1, max = 200)
            String password,

            @Schema(description = "operator (does everything) or viewer; operator for the admin.")
            @Pattern(regexp = "operator|viewer", message = "must be operator or viewer")
            String role) {
        Person person(boolean tenantAdmin) {
            String inPortal = role == null ? (tenantAdmin ? "operator" : "viewer") : role;
            String address = email.toLowerCase(Locale.ROOT);
            return new Person(username, address, firstName, lastName, password, Set.of(inPortal), tenantAdmin);
        }

        @Override
        public String toString() {
            return username;
        }
    }

    /** A program that calls this API for the tenant. */
    @Schema(name = "PartnerClientInput")
    record ClientInput(
            @Schema(example = "demo-partner") @NotBlank @Size(max = 100)
            String clientId,

            @Schema(description = "Made when not said.") @Size(min = 8, max = 200)
            String secret,

            @Schema(example = "[\"orders:write\",\"stock:write\"]") @NotEmpty @Size(max = 20)
            List<@NotBlank String> scopes) {
        @Override
        public String toString() {
            return clientId;
        }
    }

    /** @throws Refusal {@code domain-refused} when none is said and the admin's address has none that could be one */
    String domainOrAdmins() {
        if (domain != null) {
            return domain;
        }
        String address = admin.email().toLowerCase(Locale.ROOT);
        String admins = address.substring(address.lastIndexOf('@') + 1);
        if (!admins.matches(DOMAIN)) {
            throw Refusal.invalid("domain-refused", "admin.email", "No domain can be told from this address; say one");
        }
        return admins;
    }

    String localeOrDefault() {
        return locale == null ? "en" : locale;
    }

    String outOfStockOrDefault() {
        return outOfStock == null ? "backorder" : outOfStock;
    }

    /** The admin first. */
    List<Named<Person>> everybody() {
        List<Named<Person>> everybody = new ArrayList<>(List.of(new Named<>("admin", admin.person(true))));
        everybody.addAll(named("people", people, person -> person.person(false)));
        return everybody;
    }

    List<Named<ClientInput>> clients() {
        return named("partnerClients", partnerClients, client -> client);
    }

    /**
     * A part of the input with its place.
     *
     * @param field e.g. {@code people[0]}
     */
    record Named<T>(String field, T value) {}

    private static <I, T> List<Named<T>> named(String field, List<I> items, Function<I, T> value) {
        return items == null
                ? List.of()
                : IntStream.range(0, items.size())
                        .mapToObj(i -> new Named<>(field + "[" + i + "]", value.apply(items.get(i))))
                        .toList();
    }
}
