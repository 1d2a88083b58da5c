package io.onhand.tenant;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/** Hibernate over the connection of the current scope. Built at first use: many scopes need plain SQL only. */
final class Entities {
    private static final String[] ENTITIES = {
        "io.onhand.catalog.SkuEntity", "io.onhand.location.LocationEntity", "io.onhand.channel.ChannelEntity"
    };

    private SessionFactory factory;

    /** Every mapped class. */
    static List<Class<?>> types() {
        List<Class<?>> types = new ArrayList<>();
        for (String name : ENTITIES) {
            try {
                types.add(Class.forName(name, false, Entities.class.getClassLoader()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return types;
    }

    EntityManager open(TenantId tenant, Connection connection) {
        return factory()
                .withOptions()
                .tenantIdentifier((Object) tenant.value())
                .connection(connection)
                .openSession();
    }

    private synchronized SessionFactory factory() {
        if (factory == null) factory = build();
        return factory;
    }

    private static SessionFactory build() {
        ClassLoader loader = Entities.class.getClassLoader();
        var registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(loader)
                        .build())
                .applySetting(AvailableSettings.DIALECT, "org.hibernate.dialect.PostgreSQLDialect")
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .applySetting(AvailableSettings.JAKARTA_VALIDATION_MODE, "none")
                // Found by class path otherwise, where a server's own copies of both would be met.
                .applySetting(AvailableSettings.JSON_FORMAT_MAPPER, new JacksonJsonFormatMapper(new ObjectMapper()))
                .applySetting(AvailableSettings.XML_FORMAT_MAPPER, "jaxb")
                // The scope begins and commits; to Hibernate every session is inside somebody else's transaction.
                .applySetting(AvailableSettings.ALLOW_UPDATE_OUTSIDE_TRANSACTION, true)
                .applySetting(AvailableSettings.MULTI_TENANT_CONNECTION_PROVIDER, new ScopeConnections())
                .build();
        MetadataSources sources = new MetadataSources(registry);
        types().forEach(sources::addAnnotatedClass);
        return sources.buildMetadata().buildSessionFactory();
    }

    /** Sessions are only ever opened on the scope's connection, so that none is borrowed here. */
    private static final class ScopeConnections implements MultiTenantConnectionProvider<UUID> {
        @Override
        public Connection getAnyConnection() {
            throw new IllegalStateException("Entities are used inside TenantScope.call only");
        }

        @Override
        public void releaseAnyConnection(Connection connection) {
            throw new IllegalStateException("No connection is borrowed here");
        }

        @Override
        public Connection getConnection(UUID tenant) {
            return getAnyConnection();
        }

        @Override
        public void releaseConnection(UUID tenant, Connection connection) {
            releaseAnyConnection(connection);
        }

        @Override
        public boolean supportsAggressiveRelease() {
            return false;
        }

        @Override
        public boolean isUnwrappableAs(Class<?> type) {
            return false;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new IllegalArgumentException("Nothing to unwrap as " + type);
        }
    }
}
