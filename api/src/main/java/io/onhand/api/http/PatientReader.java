package io.onhand.api.http;

import io.onhand.pace.Reception;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.time.Clock;

/** Waits for a body that is not all here yet, but not for ever, nor with every thread. */
@Provider
@ApplicationScoped
public class PatientReader implements ReaderInterceptor {
    @Inject
    PartnerCall call;

    @Inject
    Clock clock;

    private Reception reception;

    @PostConstruct
    void open() {
        reception = new Reception(Limits.WAITING_BODIES, clock);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        String client = call.client();
        long declared = JsonReader.declared(context.getHeaders());
        try {
            return reception.read(client, context.getInputStream(), declared, body -> {
                context.setInputStream(body);
                return context.proceed();
            });
        } catch (Reception.Full e) {
            throw HttpRefusal.of(429, "too-many-slow-bodies", "Of client " + client + " " + e.getMessage())
                    .retryAfter(1);
        }
    }
}
