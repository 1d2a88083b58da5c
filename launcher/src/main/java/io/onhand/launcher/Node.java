package io.onhand.launcher;

/**
 * {@code launcher node --port N}: one more server on the database of a product that runs, until it is ended. Nobody starts it
 * anew when it dies.
 */
final class Node {
    static final String NAME = "node";

    private final Home home;
    private final Console console;

    Node(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    /** Returns the exit code of the server once it has ended. */
    int run(int port) {
        if (!new ReadyFile(home).exists()) {
            throw new LaunchFailure("nothing runs here that a node could join; start it with ./onhand run");
        }
        ServerProcess server = ServerProcess.another(home, Ports.last(home), Secrets.of(home), port);
        server.prepare();
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::end, "end"));
        server.awaitReady();
        console.say("node ready at http://localhost:" + port);
        try {
            return server.process().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", e);
        }
    }
}
