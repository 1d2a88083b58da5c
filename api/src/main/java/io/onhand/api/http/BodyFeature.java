package io.onhand.api.http;

import io.onhand.imports.Imports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.util.List;

/**
 * Refuses a body before it is read: none where the operation needs one (JAX-RS asks no reader then, and hands null to the
 * operation), or a file that says it is too large.
 */
@Provider
@ApplicationScoped
public class BodyFeature implements DynamicFeature {
    /** What a form may have around its file. */
    private static final int FORM_BYTES = 10_000;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        List<Class<?>> takes = List.of(resource.getResourceMethod().getParameterTypes());
        if (takes.stream().anyMatch(Class::isRecord)) {
            context.register(new Required(), Priorities.USER);
        }
        if (takes.contains(InputStream.class) || takes.contains(List.class)) {
            context.register(new NotTooLarge(), Priorities.USER);
        }
    }

    private static final class Required implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (!request.hasEntity()) {
                throw JsonReader.missing();
            }
        }
    }

    private static final class NotTooLarge implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (JsonReader.declared(request.getHeaders()) > Imports.MAX_BYTES + FORM_BYTES) {
                throw HttpRefusal.of(413, "body-too-large", "A file has at most " + Imports.MAX_BYTES + " bytes");
            }
        }
    }
}
