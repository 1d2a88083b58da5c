package io.onhand.acceptance.hostile;

import io.onhand.acceptance.product.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;

/** Sends one request after the other, on a connection that is kept as long as the server keeps it. */
final class Sender implements AutoCloseable {
    private final String url;
    private Wire wire;

    Sender(String url) {
        this.url = url;
    }

    /**
     * Sends it and reads the whole answer.
     *
     * @param token null: none
     * @throws IOException if there is no answer, or none within {@link Wire#PATIENCE}
     */
    Answer send(Draft draft, String token) throws IOException {
        byte[] message = draft.message(token);
        boolean kept = wire != null;
        try {
            return send(draft, message);
        } catch (EOFException | SocketException closed) {
            close();
            if (!kept) {
                throw closed;
            }
            // The server may close a connection that rests, just when the next request is sent.
            return send(draft, message);
        }
    }

    private Answer send(Draft draft, byte[] message) throws IOException {
        if (wire == null) {
            wire = new Wire(url);
        }
        IOException interrupted = null;
        try {
            wire.send(message);
        } catch (IOException e) {
            // The server may answer and close before it has read everything.
            interrupted = e;
        }
        Answer answer =
                wire.answer(draft.operation().method() + " " + draft.operation().path(), draft.isHead());
        if (interrupted != null || answer.header("Connection").equalsIgnoreCase("close")) {
            close();
        }
        return answer;
    }

    @Override
    public void close() {
        if (wire != null) {
            wire.close();
            wire = null;
        }
    }
}
