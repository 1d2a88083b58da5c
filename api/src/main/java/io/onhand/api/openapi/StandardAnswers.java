package io.onhand.api.openapi;

import io.onhand.api.http.Limits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to each operation what all have in common: the problems it can answer, the tenant header, the idempotency key, the
 * bounds of a page.
 */
public class StandardAnswers implements OASFilter {
    private static final String PROBLEM = "application/problem+json";

    /** How the names of request bodies end: a field that they do not know is refused. */
    private static final List<String> IN = List.of("Input", "Batch", "Change", "ChannelPolicy");

    /** A problem that many operations answer. */
    private record Standard(int status, String code, String field, String detail) {
        private String name() {
            return "Problem" + status;
        }
    }

    private static final List<Standard> ALL = List.of(
            new Standard(
                    400, "wrong-type", "quantity", "quantity must be a whole number, without quotes or a fraction"),
            new Standard(401, "token-required", null, "Send Authorization: Bearer with a token of the realm"),
            new Standard(
                    403, "scope-missing", null, "The tenant bluehan has not granted orders:write to client partner"),
            new Standard(404, "order-not-found", null, "No order 0198c2a4-8a57-7c3e-b6b1-0f2d6f4f5a10"),
            new Standard(406, "not-acceptable", null, "The answer is application/json"),
            new Standard(408, "body-too-slow", null, "The body came too slowly"),
            new Standard(409, "idempotency-key-in-use", null, "A request with this Idempotency-Key is still running"),
            new Standard(412, "changed-meanwhile", null, "Somebody else changed it meanwhile; load it again"),
            new Standard(413, "body-too-large", null, "A body of this operation has at most 1 MiB"),
            new Standard(415, "unsupported-media-type", null, "This operation does not take this Content-Type"),
            new Standard(422, "invalid-input", "quantity", "quantity must be greater than or equal to 1"),
            new Standard(429, "too-many-requests", null, "Client partner may send 50000 requests in 10 s"),
            new Standard(500, "unexpected", null, "Something broke on our side; quote the reference in instance"),
            new Standard(503, "temporarily-unavailable", null, "The database cannot take it now; send it again later"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        for (Standard standard : ALL) {
            document.getComponents().addResponse(standard.name(), response(standard));
        }
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (IN.stream().anyMatch(name::endsWith)) {
                schema.setAdditionalPropertiesBoolean(false);
            }
        });
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().forEach(StandardAnswers::complete);
        }
    }

    private static void complete(String path, PathItem item) {
        for (Map.Entry<PathItem.HttpMethod, Operation> entry :
                item.getOperations().entrySet()) {
            complete(path, entry.getKey(), entry.getValue());
        }
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        List<Integer> statuses = new ArrayList<>(List.of(400, 401, 403, 406, 422, 429, 500, 503));
        boolean writes = method != PathItem.HttpMethod.GET;
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (writes) {
            statuses.addAll(List.of(409, 412));
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(408, 413, 415));
        }
        for (int status : statuses) {
            String name = Integer.toString(status);
            if (!operation.getResponses().hasAPIResponse(name)) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                name, OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status));
            }
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> "limit".equals(parameter.getName()))
                    .forEach(StandardAnswers::completeLimit);
        }
        if (!path.endsWith("/tenants")) {
            operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/Onhand-Tenant"));
        }
        if (method == PathItem.HttpMethod.POST) {
            operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/Idempotency-Key"));
        }
    }

    private static void completeLimit(Parameter limit) {
        limit.setDescription("1 to " + Limits.PAGE_ITEMS);
        limit.setSchema(OASFactory.createSchema()
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(Limits.PAGE_ITEMS))
                .defaultValue(Limits.PAGE_DEFAULT));
    }

    private static APIResponse response(Standard standard) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "https://onhand.io/problems/" + standard.code());
        example.put("title", title(standard.code()));
        example.put("status", standard.status());
        example.put("code", standard.code());
        example.put("detail", standard.detail());
        if (standard.field() != null) {
            example.put("field", standard.field());
        }
        Content content = OASFactory.createContent()
                .addMediaType(
                        PROBLEM,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                .example(example));
        return OASFactory.createAPIResponse()
                .description(title(standard.code()) + ", or another problem of status " + standard.status())
                .content(content);
    }

    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
