package io.onhand.portal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged portal on Payara Micro, as a browser meets it before anybody has signed in. */
@ExtendWith({ServerSettings.class, ArquillianExtension.class})
class PortalServerIT {
    private static final String REALM = ServerSettings.KEYCLOAK + "/realms/onhand/protocol/openid-connect";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @ArquillianResource
    private URL deployed;

    private URI server;

    @Deployment(testable = false)
    static WebArchive portal() {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File(System.getProperty("onhand.war")))
                .as(WebArchive.class);
    }

    @BeforeEach
    void findServer() {
        server = URI.create("http://localhost:" + deployed.getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void theServerIsWell(String path) {
        HttpResponse<String> health = get(path);
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/stock", "/orders?view=backordered", "/no/such/page"})
    void whoeverOpensAPageIsSentToKeycloak(String page) {
        HttpResponse<String> answer = get(page);
        assertThat(answer.statusCode()).isEqualTo(302);
        URI login = URI.create(location(answer));
        assertThat(login.toString()).startsWith(REALM + "/auth?");
        assertThat(query(login))
                .containsEntry("client_id", "onhand-portal")
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", server + "/callback")
                .hasEntrySatisfying("scope", scope -> assertThat(scope.split(" ", -1))
                        .contains("openid", "profile", "email", "organization:*"))
                .hasEntrySatisfying("state", state -> assertThat(state).isNotBlank())
                .hasEntrySatisfying("nonce", nonce -> assertThat(nonce).isNotBlank());
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("ONHAND=").containsIgnoringCase("HttpOnly"));
    }

    @Test
    void aPageWithAParameterOfTheSignInIsAskedForOnceMoreWithoutIt() {
        HttpResponse<String> answer = get("/orders?state=backordered");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(URI.create(location(answer)).getPath()).isEqualTo("/sign-in");
        assertThat(location(get("/sign-in"))).startsWith(REALM + "/auth?");
    }

    @Test
    void aScriptIsNeverSentToKeycloak() {
        assertThat(get("/?v-r=init&location=stock").statusCode()).isEqualTo(401);
        HttpResponse<String> click = send(HttpRequest.newBuilder(server.resolve("/?v-r=uidl&v-uiId=0"))
                .header("Cookie", cookie(get("/stock")))
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(location(click)).isEmpty();
        assertThat(click.statusCode()).isLessThan(500);
        assertThat(click.body()).contains("\"sessionExpired\":true");
    }

    @Test
    void aForgedReturnFromKeycloakOpensNothing() {
        String cookie = cookie(get("/stock"));
        HttpResponse<String> forged = send(HttpRequest.newBuilder(server.resolve("/callback?code=stolen&state=guessed"))
                .header("Cookie", cookie));
        assertThat(forged.statusCode()).isLessThan(500);
        HttpResponse<String> page =
                send(HttpRequest.newBuilder(server.resolve("/stock")).header("Cookie", cookie));
        assertThat(location(page)).startsWith(REALM + "/auth?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/callback?code=stolen&state=guessed",
                "/callback?state=x",
                "/callback?error=access_denied&state=x"
            })
    void aReturnWithoutTheSessionThatLeftIsAPageOfOursThatOffersToSignIn(String bookmark) {
        HttpResponse<String> answer = get(bookmark);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("<h1>", "href=\"/sign-in\"").doesNotContain("Payara", "Exception");
    }

    @Test
    void aReturnWithoutAnyParameterIsOnItsWayToTheStart() {
        HttpResponse<String> answer = get("/callback");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(URI.create(location(answer)).getPath()).isEqualTo("/");
    }

    @Test
    void whoeverWasForgottenAtTheLoginPageIsSentThereAgainOnceAndNeverInCircles() {
        String forgotten = "ONHAND=0123456789abcdef; onhand-wanted=%2Fstock";
        HttpResponse<String> first = send(HttpRequest.newBuilder(server.resolve("/callback?code=c&state=s"))
                .header("Cookie", forgotten));
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(URI.create(location(first)).getPath()).isEqualTo("/sign-in");
        HttpResponse<String> second = send(HttpRequest.newBuilder(server.resolve("/callback?code=c&state=s"))
                .header("Cookie", forgotten + "; " + cookie(first)));
        assertThat(second.statusCode()).isEqualTo(401);
        assertThat(second.body()).contains("href=\"/sign-in\"");
    }

    @Test
    void signingOutEndsTheSessionAtKeycloakToo() {
        HttpResponse<String> answer = get("/logout");
        assertThat(answer.statusCode()).isEqualTo(302);
        URI logout = URI.create(location(answer));
        assertThat(logout.toString()).startsWith(REALM + "/logout?");
        assertThat(query(logout)).containsEntry("post_logout_redirect_uri", server + "/");
    }

    @ParameterizedTest
    @CsvSource({
        "/onhand/tokens.css, text/css",
        "/onhand/base.css, text/css",
        "/onhand/parts.css, text/css",
        "/onhand/lumo.css, text/css",
        "/onhand/onhand.js, javascript",
        "/onhand/icon.svg, image/svg+xml",
        "/webjars/echarts/5.5.0/echarts.min.js, javascript"
    })
    void whatThePagesLookLikeIsServedToEverybody(String file, String type) {
        HttpResponse<String> answer = get(file);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains(type);
        assertThat(answer.body()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/onhand/../WEB-INF/web.xml"})
    void whatIsInsideStaysInside(String file) {
        assertThat(get(file).body()).doesNotContain("web-app", "Manifest-Version");
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)).header("Accept", "text/html,*/*;q=0.8"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** The cookies that an answer sets, as the next request carries them. */
    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .collect(Collectors.joining("; "));
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
