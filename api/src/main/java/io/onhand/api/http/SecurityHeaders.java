package io.onhand.api.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What browsers and caches between must know of every answer: it is data, for its caller only. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        set((HttpServletResponse) response, request.isSecure());
        chain.doFilter(request, response);
    }

    /** Also for answers that the container gives before any filter. */
    static void set(HttpServletResponse http, boolean secure) {
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("Cache-Control", "no-store");
        http.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        http.setHeader("Referrer-Policy", "no-referrer");
        if (secure) {
            http.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
