package io.onhand.api.http;

import io.onhand.pace.PacedInput;
import io.onhand.pace.Seats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/**
 * Waits for a body that is not all here yet: at a least pace, and with a bounded number of threads for each client. One
 * client's slow connections cost only that client.
 */
@Provider
@ApplicationScoped
public class PatientReader implements ReaderInterceptor {
    private static final Seats WAITING = new Seats(Limits.WAITING_BODIES);

    @Inject
    PartnerCall call;

    @Inject
    Clock clock;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        InputStream body = context.getInputStream();
        long declared = JsonReader.declared(context.getHeaders());
        if (declared > 0 && body.available() >= declared) {
            return context.proceed();
        }
        context.setInputStream(new PacedInput(body, clock));
        String client = call.client();
        if (!WAITING.take(client)) {
            throw HttpRefusal.of(
                            429,
                            "too-many-slow-bodies",
                            "Of client " + client + " " + Limits.WAITING_BODIES + " requests are still being sent")
                    .retryAfter(1);
        }
        try {
            return context.proceed();
        } finally {
            WAITING.leave(client);
        }
    }
}
