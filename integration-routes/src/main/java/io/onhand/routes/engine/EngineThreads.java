package io.onhand.routes.engine;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The engine's threads, made by the server: few for the core's own work, which no slow channel may hold up, and many for
 * waiting on channels.
 */
@Singleton
class EngineThreads {
    /** Channels that are told at once. */
    static final int CHANNEL_THREADS = 24;

    /** Channels that are polled at once. */
    static final int POLL_THREADS = 8;

    private static final int CORE_THREADS = 4;
    private static final int IMPORT_THREADS = 2;

    @Resource
    private ManagedThreadFactory server;

    private final ThreadFactory given;

    private ThreadPoolExecutor core;
    private ThreadPoolExecutor channels;
    private ThreadPoolExecutor polls;
    private ThreadPoolExecutor imports;

    /** On the server's threads. */
    @Inject
    EngineThreads() {
        this(null);
    }

    /** @param given makes the threads; null for the server's */
    EngineThreads(ThreadFactory given) {
        this.given = given;
    }

    ThreadFactory factory() {
        return given == null ? server : given;
    }

    synchronized Executor core() {
        core = core == null ? pool(CORE_THREADS) : core;
        return core;
    }

    synchronized Executor channels() {
        channels = channels == null ? pool(CHANNEL_THREADS) : channels;
        return channels;
    }

    synchronized Executor polls() {
        polls = polls == null ? pool(POLL_THREADS) : polls;
        return polls;
    }

    synchronized Executor imports() {
        imports = imports == null ? pool(IMPORT_THREADS) : imports;
        return imports;
    }

    @PreDestroy
    synchronized void stop() {
        for (ThreadPoolExecutor pool : new ThreadPoolExecutor[] {imports, polls, channels, core}) {
            if (pool != null) {
                pool.shutdownNow();
            }
        }
    }

    /** Lanes keep the queue short. */
    private ThreadPoolExecutor pool(int threads) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, threads, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
