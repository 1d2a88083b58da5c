package io.onhand.routes.engine;

import io.onhand.tenant.App;
import io.onhand.tenant.Database;
import io.onhand.tenant.Relay;
import io.onhand.tenant.Secrets;
import io.onhand.world.TestDatabase;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the core's and the engine's singletons by their {@code @Inject} constructors, as the container does. */
final class Parts {
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final TestDatabase database = TestDatabase.get();

    private final PushedClock clock = new PushedClock();

    Parts(Connector connector) {
        made.put(Clock.class, clock);
        made.put(Secrets.class, new Secrets("k1:" + Base64.getEncoder().encodeToString(new byte[32])));
        made.put(ConnectorCatalog.class, new ConnectorCatalog(List.of(connector)));
        made.put(EngineThreads.class, new EngineThreads(work -> {
            Thread thread = new Thread(work, "engine");
            thread.setDaemon(true);
            return thread;
        }));
    }

    /** From now on it is later by that. */
    void pushClock(Duration by) {
        clock.ahead = clock.ahead.plus(by);
    }

    /** Goes on like any clock, from where it was pushed to. */
    private static final class PushedClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), ahead);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    <T> T get(Class<T> type) {
        Object part = made.get(type);
        if (part == null) {
            part = make(type);
            made.put(type, part);
        }
        return type.cast(part);
    }

    private Object make(Class<?> type) {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (!constructor.isAnnotationPresent(Inject.class)) {
                continue;
            }
            Parameter[] parameters = constructor.getParameters();
            Object[] arguments = new Object[parameters.length];
            for (int i = 0; i < parameters.length; i++) {
                arguments[i] = argument(parameters[i]);
            }
            try {
                constructor.setAccessible(true);
                return constructor.newInstance(arguments);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException(type + " has no @Inject constructor");
    }

    private Object argument(Parameter parameter) {
        if (parameter.getType() == Database.class) {
            return parameter.isAnnotationPresent(Relay.class) && !parameter.isAnnotationPresent(App.class)
                    ? database.relay()
                    : database.app();
        }
        return get(parameter.getType());
    }
}
