package io.onhand.api.openapi;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves the OpenAPI document, without a token: YAML at {@code /api/openapi.yaml}, JSON at {@code /api/openapi.json};
 * {@code /api/openapi} is JSON unless {@code Accept} asks for YAML. The token endpoint in it is this installation's.
 */
@WebServlet(urlPatterns = {"/openapi", "/openapi.json", "/openapi.yaml"})
public class OpenApiServlet extends HttpServlet {
    private static final String BUILT_WITH = "http://localhost:8180/realms/onhand";

    @Inject
    @ConfigProperty(name = "onhand.keycloak.issuer")
    String issuer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean yaml = request.getServletPath().endsWith(".yaml")
                || (!request.getServletPath().endsWith(".json") && asksForYaml(request));
        response.setHeader("Vary", "Accept");
        response.setContentType(yaml ? "application/yaml" : "application/json");
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(document(yaml ? "/openapi/openapi.yaml" : "/openapi/openapi.json"));
    }

    private static boolean asksForYaml(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("yaml");
    }

    private byte[] document(String file) throws IOException {
        try (InputStream document = OpenApiServlet.class.getResourceAsStream(file)) {
            if (document == null) {
                throw new IllegalStateException(file + " was not packaged");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(BUILT_WITH, issuer)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
