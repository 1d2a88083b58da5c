package io.onhand.routes.engine;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every connector that runs here, found through CDI. */
@Singleton
public class ConnectorCatalog {
    private final Map<String, Connector> connectors = new TreeMap<>();

    @Inject
    ConnectorCatalog(@Any Instance<Connector> found) {
        this((Iterable<Connector>) found);
    }

    /** @throws IllegalStateException when two connectors have one id */
    ConnectorCatalog(Iterable<Connector> found) {
        for (Connector connector : found) {
            Connector other = connectors.put(connector.id(), connector);
            if (other != null) {
                throw new IllegalStateException("Two connectors are called " + connector.id());
            }
        }
    }

    Optional<Connector> find(String id) {
        return Optional.ofNullable(connectors.get(id));
    }

    Collection<Connector> all() {
        return connectors.values();
    }
}
