package io.onhand.portal.login;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the server's sign-in, which fails with a bare 500 when somebody comes back from Keycloak without the
 * session that they left with (bookmarked, forged, or the server was restarted while they stood at the login page). Here a
 * return that cannot be honoured signs nobody in and goes on to {@link CallbackServlet}, which says what to do.
 */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
abstract class KeycloakReturn implements HttpAuthenticationMechanism {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakReturn.class);

    private final HttpAuthenticationMechanism mechanism;

    @Inject
    KeycloakReturn(@Delegate @Any HttpAuthenticationMechanism mechanism) {
        this.mechanism = mechanism;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        boolean comesBack = request.getRequestURI().equals(CallbackServlet.PATH) && request.getUserPrincipal() == null;
        if (!comesBack) return mechanism.validateRequest(request, response, context);
        try {
            AuthenticationStatus status = mechanism.validateRequest(request, response, context);
            return status == AuthenticationStatus.SEND_FAILURE ? context.doNothing() : status;
        } catch (AuthenticationException | RuntimeException e) {
            LOG.info("A return from Keycloak could not be honoured: {}", e.toString());
            return context.doNothing();
        }
    }

    @Override
    public AuthenticationStatus secureResponse(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        return mechanism.secureResponse(request, response, context);
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        mechanism.cleanSubject(request, response, context);
    }
}
