package io.onhand.routes.engine;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Ends a call that has no whole answer in time by closing its connection: a channel that sends a byte now and then would
 * never meet the limit of a single read. What is not read to its end is not waited for either.
 */
final class CallDeadline implements ExecChainHandler {
    private final ScheduledExecutorService timer;
    private final Duration most;

    /** @param most from the connection to the last byte; shorter than a channel is claimed */
    CallDeadline(ScheduledExecutorService timer, Duration most) {
        this.timer = timer;
        this.most = most;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Watch watch = new Watch(scope.execRuntime);
        boolean goesOn = false;
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            if (response.getEntity() != null) {
                InputStream body = response.getEntity().getContent();
                response.setEntity(new HttpEntityWrapper(response.getEntity()) {
                    @Override
                    public InputStream getContent() {
                        return new Body(body, watch);
                    }
                });
                goesOn = true;
            }
            return response;
        } catch (IOException e) {
            throw watch.told(e);
        } finally {
            if (!goesOn) {
                watch.end();
            }
        }
    }

    /** The time of one call. */
    private final class Watch {
        private final ExecRuntime connection;
        private final AtomicBoolean over = new AtomicBoolean();
        private final Future<?> alarm;

        Watch(ExecRuntime connection) {
            this.connection = connection;
            this.alarm = timer.schedule(
                    () -> {
                        over.set(true);
                        connection.discardEndpoint();
                    },
                    most.toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        void end() {
            alarm.cancel(false);
        }

        void cut() {
            end();
            connection.discardEndpoint();
        }

        IOException told(IOException e) {
            if (!over.get()) {
                return e;
            }
            IOException told = new InterruptedIOException("no whole answer within " + most.toSeconds() + " s");
            told.initCause(e);
            return told;
        }
    }

    private static final class Body extends FilterInputStream {
        private final Watch watch;
        private boolean whole;

        Body(InputStream in, Watch watch) {
            super(in);
            this.watch = watch;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int read = super.read(into, offset, length);
                whole |= read < 0;
                return read;
            } catch (IOException e) {
                throw watch.told(e);
            }
        }

        /** Closing a body would read what is left of it, which may be without end. */
        @Override
        public void close() throws IOException {
            if (whole) {
                watch.end();
                super.close();
            } else {
                watch.cut();
            }
        }
    }
}
