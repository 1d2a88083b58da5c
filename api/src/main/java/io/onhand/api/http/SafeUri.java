package io.onhand.api.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Refuses addresses that hold U+0000, which the database cannot. */
@Provider
@PreMatching
@ApplicationScoped
public class SafeUri implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        boolean bad = uri.getRawPath().contains("%00")
                || (uri.getRawQuery() != null && uri.getRawQuery().contains("%00"));
        if (bad) {
            throw HttpRefusal.malformed("character-not-allowed", null, "The address must not hold U+0000");
        }
    }
}
