package io.onhand.acceptance.bench.load;

import java.io.IOException;

/** An act that is a request and its answer over HTTP, so that one thread can talk for many clients. */
public interface Exchange extends Act {
    /** Sends the next request, and tells by which connection its answer comes. */
    Wire ask() throws IOException;

    /**
     * Checks the answer.
     *
     * @return how many units were done: orders, levels, reads
     * @throws WrongAnswer if the answer is not the one that must come
     */
    int judge(Reply answer) throws WrongAnswer;

    /** Waits for the answer; for a thread that has nothing else to do. */
    @Override
    default int once() throws IOException, WrongAnswer {
        return judge(ask().await());
    }
}
