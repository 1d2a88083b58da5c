package io.onhand.portal.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.OpenIdProviderMetadata;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How people sign in: the code flow against one Keycloak realm. The scope {@code organization:*} makes the token name
 * every tenant of the person; {@code groups} names their roles. The realm's addresses are given here rather than
 * discovered: discovery would refuse that scope, which Keycloak knows but cannot list.
 */
@OpenIdAuthenticationMechanismDefinition(
        providerMetadata =
                @OpenIdProviderMetadata(
                        issuer = "${signIn.realm}",
                        authorizationEndpoint = "${signIn.authorizationEndpoint}",
                        tokenEndpoint = "${signIn.tokenEndpoint}",
                        userinfoEndpoint = "${signIn.userinfoEndpoint}",
                        jwksURI = "${signIn.keys}"),
        clientId = SignIn.CLIENT,
        clientSecret = "${signIn.clientSecret}",
        redirectURI = "${baseURL}/callback",
        scope = {"openid", "profile", "email", "organization:*"},
        claimsDefinition = @ClaimsDefinition(callerNameClaim = "preferred_username", callerGroupsClaim = "groups"))
@ApplicationScoped
@Named("signIn")
public class SignIn {
    static final String CLIENT = "onhand-portal";

    @Inject
    @ConfigProperty(name = "onhand.keycloak.url", defaultValue = "http://localhost:8180")
    String keycloak;

    @Inject
    @ConfigProperty(name = "onhand.keycloak.realm", defaultValue = "onhand")
    String realmName;

    @Inject
    @ConfigProperty(name = "onhand.portal.client.secret")
    String secret;

    /** Address of the realm, without a slash at the end. */
    public String getRealm() {
        return keycloak.replaceAll("/+$", "") + "/realms/" + realmName;
    }

    public String getAuthorizationEndpoint() {
        return endpoint("auth");
    }

    public String getTokenEndpoint() {
        return endpoint("token");
    }

    public String getUserinfoEndpoint() {
        return endpoint("userinfo");
    }

    public String getKeys() {
        return endpoint("certs");
    }

    public String getClientSecret() {
        return secret;
    }

    /** Where the browser goes to end the session at Keycloak too; it comes back to {@code home}. */
    URI endSession(String idToken, String home) {
        String hint = idToken == null ? "client_id=" + CLIENT : "id_token_hint=" + encoded(idToken);
        return URI.create(endpoint("logout") + "?" + hint + "&post_logout_redirect_uri=" + encoded(home));
    }

    private String endpoint(String name) {
        return getRealm() + "/protocol/openid-connect/" + name;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
