package io.onhand.api.http;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;

/** No thread remembers a caller for longer than its request. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CallEnd implements Filter {
    @Inject
    PartnerCall call;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            call.end();
        }
    }
}
