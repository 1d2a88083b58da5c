package io.onhand.api.http;

import io.onhand.pace.PacedInput;
import io.onhand.refusal.Refusal;
import io.onhand.tenant.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every failure of the API leaves through here, as a problem. What nobody expected is logged with its reference. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    private static final Map<Integer, String> CODES = Map.of(
            400, "malformed-request",
            401, "token-required",
            403, "forbidden",
            404, "no-such-path",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "body-too-large",
            415, "unsupported-media-type");

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof HttpRefusal refusal) {
            return response(refusal.problem(), refusal.retryAfterSeconds());
        }
        if (failure instanceof Refusal refusal) {
            return response(Problem.of(refusal), 0);
        }
        if (failure instanceof WebApplicationException web) {
            return fromJaxRs(web);
        }
        if (failure instanceof DatabaseFailure database && (database.isOutage() || database.isCrowded())) {
            LOG.warn("Answered 503: {}", failure.toString());
            return response(
                    Problem.of(503, "temporarily-unavailable", "The database cannot take it now; send it again later"),
                    2);
        }
        if (failure instanceof UncheckedIOException || failure instanceof IOException) {
            return interrupted(failure instanceof UncheckedIOException ? failure.getCause() : failure);
        }
        return unexpected(failure);
    }

    /** The only streams that the API reads are those of its callers. */
    private static Response interrupted(Throwable failure) {
        LOG.debug("A body did not come whole", failure);
        return failure instanceof PacedInput.TooSlow
                ? response(Problem.of(408, "body-too-slow", "The body came too slowly"), 0)
                : response(Problem.of(400, "body-incomplete", "The connection ended before the body did"), 0);
    }

    private static Response fromJaxRs(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        if (status < 400) {
            return web.getResponse();
        }
        if (status >= 500) {
            return unexpected(web);
        }
        String code = CODES.getOrDefault(status, "request-refused");
        Response answer = response(Problem.of(status, code, words(status)), 0);
        if (web instanceof NotAllowedException) {
            return Response.fromResponse(answer)
                    .header("Allow", web.getResponse().getHeaderString("Allow"))
                    .build();
        }
        return answer;
    }

    private static String words(int status) {
        return switch (status) {
            case 400 -> "A path or query parameter cannot be read";
            case 404 -> "There is nothing at this path, or a parameter in it cannot be read";
            case 405 -> "This path does not take this method; Allow names those that it takes";
            case 406 -> "The answer is application/json";
            case 415 -> "This operation does not take this Content-Type";
            default -> "The request was refused";
        };
    }

    private static Response unexpected(Throwable failure) {
        UUID reference = UUID.randomUUID();
        LOG.error("Unexpected failure, reference {}", reference, failure);
        return response(
                Problem.of(500, "unexpected", "Something broke on our side; quote the reference in instance to support")
                        .instance("urn:uuid:" + reference),
                0);
    }

    static Response response(Problem problem, long retryAfterSeconds) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            String error = problem.code().equals("token-invalid") ? ", error=\"invalid_token\"" : "";
            response.header("WWW-Authenticate", "Bearer realm=\"onhand\"" + error);
        }
        if (problem.code().equals("scope-missing")) {
            response.header("WWW-Authenticate", "Bearer realm=\"onhand\", error=\"insufficient_scope\"");
        }
        if (retryAfterSeconds > 0) {
            response.header("Retry-After", retryAfterSeconds);
        }
        return response.build();
    }
}
