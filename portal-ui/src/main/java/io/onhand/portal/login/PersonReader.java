package io.onhand.portal.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.openid.OpenIdConstant;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.security.enterprise.identitystore.openid.RefreshToken;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the person from the tokens of the current request's session. */
@RequestScoped
class PersonReader {
    private static final String ORGANIZATION = "organization";
    private static final String GROUPS = "groups";

    private final SecurityContext security;
    private final OpenIdContext tokens;

    /** For the proxy. */
    PersonReader() {
        this(null, null);
    }

    @Inject
    PersonReader(SecurityContext security, OpenIdContext tokens) {
        this.security = security;
        this.tokens = tokens;
    }

    /** The person of this request; empty when nobody has signed in. */
    public Optional<Person> read() {
        if (security.getCallerPrincipal() == null) return Optional.empty();
        return Optional.of(of(tokens.getIdentityToken().getClaims()));
    }

    /** The person of the claims of an identity token. */
    static Person of(Map<String, Object> claims) {
        String login =
                text(claims, OpenIdConstant.PREFERRED_USERNAME, text(claims, OpenIdConstant.SUBJECT_IDENTIFIER, "?"));
        return new Person(
                text(claims, OpenIdConstant.NAME, login),
                login,
                text(claims, OpenIdConstant.EMAIL, null),
                names(claims.get(ORGANIZATION)),
                new TreeSet<>(names(claims.get(GROUPS))));
    }

    /** What Keycloak is asked with whether the person may still be here; null when it gave none. */
    public String refreshToken() {
        if (security.getCallerPrincipal() == null) return null;
        return tokens.getRefreshToken().map(RefreshToken::getToken).orElse(null);
    }

    /** The identity token of this session, to end it at Keycloak; null when there is none. */
    public String identityToken() {
        if (security.getCallerPrincipal() == null) return null;
        return tokens.getIdentityToken().getToken();
    }

    private static String text(Map<String, Object> claims, String name, String otherwise) {
        return claims.get(name) instanceof String value && !value.isBlank() ? value : otherwise;
    }

    /** A claim is a list of names, one name, or an object whose keys are the names (when ids are asked for too). */
    static List<String> names(Object claim) {
        if (claim instanceof Map<?, ?> map) return names(map.keySet());
        if (claim instanceof Collection<?> list)
            return list.stream().map(String::valueOf).distinct().toList();
        return claim instanceof String one && !one.isBlank() ? List.of(one) : List.of();
    }
}
