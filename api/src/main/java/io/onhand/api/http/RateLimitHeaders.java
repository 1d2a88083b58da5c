package io.onhand.api.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells every caller what is left of its quota. */
@Provider
@ApplicationScoped
public class RateLimitHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(RateLimit.LEFT) instanceof RateLimit.Left left) {
            response.getHeaders().putSingle("RateLimit-Policy", left.policy());
            response.getHeaders().putSingle("RateLimit", left.state());
        }
    }
}
