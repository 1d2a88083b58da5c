package io.onhand.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import io.onhand.tenant.TenantId;
import io.onhand.tenant.TenantScope;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is on the screen true. Reads every {@value #EVERY_MILLIS} ms while the component is shown, and pushes only
 * what differs from what was read before, so that nothing moves under the person's hand without a reason.
 */
@ApplicationScoped
public class Live {
    /** Milliseconds from one read to the next. */
    static final int EVERY_MILLIS = 1_500;

    /**
     * Screens that are brought up to date at once. The server's own timer has one thread: a read that hangs, or a browser that
     * takes nothing, would hold up what everybody else sees.
     */
    private static final int THREADS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    private final TenantScope scope;

    @Resource
    private ManagedThreadFactory server;

    private ScheduledExecutorService timer;

    /** For the proxy. */
    protected Live() {
        this(null);
    }

    @Inject
    public Live(TenantScope scope) {
        this.scope = scope;
    }

    @PostConstruct
    void start() {
        start(server);
    }

    void start(ThreadFactory threads) {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(THREADS, threads);
        pool.setRemoveOnCancelPolicy(true);
        timer = pool;
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /**
     * Shows {@code first}, and then whatever differs from what was shown last. A component is watched once: a later call
     * takes the place of an earlier one.
     *
     * @param read reads as the tenant, off the screen's thread; its result must have {@code equals}
     * @param show runs with the screen locked
     */
    public <T> void watch(Component shown, TenantId tenant, T first, Supplier<T> read, Consumer<T> show) {
        Watch<?> before = ComponentUtil.getData(shown, Watch.class);
        if (before != null) before.end();
        show.accept(first);
        Watch<T> watch = new Watch<>(shown, () -> scope.look(tenant, read), show, first);
        ComponentUtil.setData(shown, Watch.class, watch);
        watch.coming = shown.addAttachListener(attached -> watch.start(attached.getUI(), timer));
        watch.going = shown.addDetachListener(detached -> watch.stop());
        if (shown.isAttached()) shown.getUI().ifPresent(ui -> watch.start(ui, timer));
    }

    private static final class Watch<T> {
        private final Component shown;
        private final Supplier<T> read;
        private final Consumer<T> show;
        private T last;
        private ScheduledFuture<?> ticking;
        private Future<Void> showing;
        private boolean failed;
        private Registration coming;
        private Registration going;

        Watch(Component shown, Supplier<T> read, Consumer<T> show, T first) {
            this.shown = shown;
            this.read = read;
            this.show = show;
            this.last = first;
        }

        synchronized void start(UI ui, ScheduledExecutorService timer) {
            if (ticking != null) return;
            ticking = timer.scheduleWithFixedDelay(() -> tick(ui), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }

        synchronized void stop() {
            if (ticking != null) ticking.cancel(false);
            ticking = null;
        }

        void end() {
            stop();
            coming.remove();
            going.remove();
        }

        private void tick(UI ui) {
            // The screen has not caught up with the last change yet.
            if (showing != null && !showing.isDone()) return;
            try {
                T now = read.get();
                failed = false;
                if (Objects.equals(now, last)) return;
                last = now;
                showing = ui.access(() -> {
                    if (shown.isAttached()) show.accept(now);
                });
            } catch (UIDetachedException e) {
                stop();
            } catch (RuntimeException e) {
                if (!failed) LOG.warn("A live view could not be read; it is tried again", e);
                failed = true;
            }
        }
    }
}
