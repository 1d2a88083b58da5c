package io.onhand.world;

import io.onhand.tenant.App;
import io.onhand.tenant.Database;
import io.onhand.tenant.Relay;
import io.onhand.tenant.Secrets;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Makes the core's singletons by their {@code @Inject} constructors, as the container does. */
final class CoreParts {
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Database app;
    private final Database relay;

    private CoreParts(Database app, Database relay) {
        this.app = app;
        this.relay = relay;
    }

    static CoreParts assemble(TestDatabase database, Clock clock) {
        CoreParts parts = new CoreParts(database.app(), database.relay());
        parts.made.put(Clock.class, clock);
        parts.made.put(Secrets.class, new Secrets("k1:" + Base64.getEncoder().encodeToString(new byte[32])));
        return parts;
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
            if (!constructor.isAnnotationPresent(Inject.class)) continue;
            Parameter[] parameters = constructor.getParameters();
            Object[] arguments = new Object[parameters.length];
            for (int i = 0; i < parameters.length; i++) arguments[i] = argument(parameters[i]);
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
        if (parameter.isAnnotationPresent(App.class)) return app;
        if (parameter.isAnnotationPresent(Relay.class)) return relay;
        return get(parameter.getType());
    }
}
