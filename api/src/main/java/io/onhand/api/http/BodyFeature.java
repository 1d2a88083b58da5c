package io.onhand.api.http;

import io.onhand.imports.Imports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.util.List;

/**
 * Refuses a body before it is read: none where the operation needs one (JAX-RS asks no reader then, and hands null to the
 * operation), a file that says it is too large, or a form that does not say it is one.
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
        Consumes consumes = resource.getResourceMethod().getAnnotation(Consumes.class);
        if (consumes != null && List.of(consumes.value()).contains(MediaType.MULTIPART_FORM_DATA)) {
            context.register(new IsForm(), Priorities.USER);
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

    /** Any type matches a type with an asterisk, but there is no reader for it. */
    private static final class IsForm implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (!MediaType.MULTIPART_FORM_DATA_TYPE.equals(withoutParameters(request.getMediaType()))) {
                throw HttpRefusal.of(
                        415, "unsupported-media-type", "A form is sent as " + MediaType.MULTIPART_FORM_DATA);
            }
        }

        private static MediaType withoutParameters(MediaType type) {
            return type == null ? null : new MediaType(type.getType(), type.getSubtype());
        }
    }
}
