package io.onhand.api.tenants;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
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
        @Pattern(regexp = "[a-z0-9.-]{3,100}")
        String domain,

        @Schema(description = "May use the portal and manage the tenant's people in Keycloak's console.")
        @NotNull
        @Valid
        PersonInput admin,

        @Size(max = 100) List<@NotNull @Valid PersonInput> people,
        @Size(max = 50) List<@NotNull @Valid ClientInput> partnerClients) {

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
            return new Person(username, email, firstName, lastName, password, Set.of(inPortal), tenantAdmin);
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

    String domainOrAdmins() {
        return domain == null ? admin.email().substring(admin.email().lastIndexOf('@') + 1) : domain;
    }

    String localeOrDefault() {
        return locale == null ? "en" : locale;
    }

    String outOfStockOrDefault() {
        return outOfStock == null ? "backorder" : outOfStock;
    }

    List<PersonInput> peopleOrNone() {
        return people == null ? List.of() : people;
    }

    List<ClientInput> clientsOrNone() {
        return partnerClients == null ? List.of() : partnerClients;
    }
}
