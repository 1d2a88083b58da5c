package io.onhand.routes.engine;

import io.onhand.channel.ConnectorRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Camel with the routes of all connectors and of the engine itself, from deployment to undeployment. */
@ApplicationScoped
public class CamelEngine {
    private static final Logger LOG = LoggerFactory.getLogger(CamelEngine.class);
    private static final int CONNECT_MS = 2_000;
    private static final int ANSWER_MS = 10_000;
    private static final Duration WHOLE_ANSWER = Duration.ofSeconds(20);
    private static final int CONNECTIONS_PER_ADDRESS = 64;
    private static final int CONNECTIONS = 256;
    private static final int STOP_SECONDS = 15;

    @Inject
    ConnectorCatalog connectors;

    @Inject
    ConnectorRegistry registry;

    @Inject
    ChannelCalls calls;

    @Inject
    EngineThreads threads;

    @Inject
    WarmUp warmUp;

    @Inject
    Instance<Ticks> ticks;

    private DefaultCamelContext camel;
    private ProducerTemplate template;

    void start(@Observes @Initialized(ApplicationScoped.class) Object deployed) {
        registry.write(connectors.all().stream().map(Connector::descriptor).toList());
        warmUp.run();
        camel = new DefaultCamelContext();
        camel.disableJMX();
        camel.getCamelContextExtension().setName("onhand");
        camel.getExecutorServiceManager().setThreadPoolFactory(new ManagedPools(threads.factory()));
        camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
        configureHttp(camel);
        try {
            for (Connector connector : connectors.all()) {
                if (connector.routes().isPresent()) {
                    camel.addRoutes(connector.routes().get());
                }
            }
            template = camel.createProducerTemplate();
            calls.through(template);
            for (Ticks route : ticks) {
                camel.addRoutes(route);
            }
            camel.start();
        } catch (Exception e) {
            throw new IllegalStateException("The engine cannot start", e);
        }
        LOG.info("Connectors: {}", connectors.all().stream().map(Connector::id).toList());
    }

    /** Whether it runs and takes work. */
    boolean isRunning() {
        return camel != null && camel.isStarted();
    }

    @PreDestroy
    void stop() {
        calls.through(null);
        try {
            if (template != null) {
                template.close();
            }
        } catch (IOException e) {
            LOG.warn("The producer template did not close", e);
        }
        if (camel != null) {
            camel.stop();
        }
    }

    /** What holds for every request to every channel: no shared cookies, no hidden retries, an end to waiting. */
    static void configureHttp(CamelContext camel) {
        configureHttp(camel, WHOLE_ANSWER);
    }

    /** @param wholeAnswer how long a call takes at the most */
    static void configureHttp(CamelContext camel, Duration wholeAnswer) {
        // Camel would read an answer into memory, however long it is, before anybody can say that it is too long.
        camel.setStreamCaching(false);
        ScheduledExecutorService timer =
                camel.getExecutorServiceManager().newScheduledThreadPool(camel, "deadlines", 1);
        CallDeadline deadline = new CallDeadline(timer, wholeAnswer);
        for (String scheme : new String[] {"http", "https"}) {
            HttpComponent http = camel.getComponent(scheme, HttpComponent.class);
            http.setCookieManagementDisabled(true);
            http.setAutomaticRetriesDisabled(true);
            http.setConnectTimeout(CONNECT_MS);
            http.setConnectionRequestTimeout(CONNECT_MS);
            http.setResponseTimeout(ANSWER_MS);
            http.setSoTimeout(ANSWER_MS);
            http.setConnectionsPerRoute(CONNECTIONS_PER_ADDRESS);
            http.setMaxTotalConnections(CONNECTIONS);
            http.setHttpClientConfigurer(client -> client.addExecInterceptorLast("deadline", deadline));
        }
    }

    /** Camel's pools on the server's threads. */
    private static final class ManagedPools extends DefaultThreadPoolFactory {
        private final ThreadFactory managed;

        ManagedPools(ThreadFactory managed) {
            this.managed = managed;
        }

        @Override
        public ExecutorService newCachedThreadPool(ThreadFactory ignored) {
            return super.newCachedThreadPool(managed);
        }

        @Override
        public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory ignored) {
            return super.newThreadPool(profile, managed);
        }

        @Override
        public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory ignored) {
            return super.newScheduledThreadPool(profile, managed);
        }
    }
}
