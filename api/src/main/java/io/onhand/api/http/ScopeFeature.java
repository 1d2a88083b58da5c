package io.onhand.api.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Puts the gate before every operation. An operation that says nothing of who may call it stops the start. */
@Provider
@ApplicationScoped
public class ScopeFeature implements DynamicFeature {
    @Inject
    Tokens tokens;

    @Inject
    Gate gate;

    @Inject
    RateLimit rateLimit;

    @Inject
    PartnerCall call;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (!isOperation(method)) {
            return;
        }
        Scope scope = method.getAnnotation(Scope.class);
        if (scope == null && !method.isAnnotationPresent(PlatformOperator.class)) {
            throw new IllegalStateException(method + " needs @Scope or @PlatformOperator");
        }
        context.register(new CallerFilter(scope == null ? null : scope.value(), tokens, gate, rateLimit, call));
    }

    private static boolean isOperation(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
