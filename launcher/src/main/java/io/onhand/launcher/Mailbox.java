package io.onhand.launcher;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * Takes the mail that Keycloak sends (invitations, new passwords) and puts each message as a file into {@code
 * .onhand/mail}: on one machine there is nobody to deliver it to. Speaks as much SMTP as that needs.
 */
final class Mailbox {
    private static final System.Logger LOG = System.getLogger(Mailbox.class.getName());

    /** Longest message kept, in characters; the rest is cut off. */
    private static final int LONGEST = 1 << 20;

    private static final int IDLE_MILLIS = 30_000;

    private final Path folder;
    private final ServerSocket socket;
    private int count;

    private Mailbox(Path folder, ServerSocket socket) {
        this.folder = folder;
        this.socket = socket;
    }

    /** Opens a mailbox on a free port of this machine. */
    static Mailbox open(Home home) {
        Path folder = home.data().resolve("mail");
        try {
            Files.createDirectories(folder);
            Mailbox mailbox = new Mailbox(folder, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(mailbox::serve, "mailbox");
            thread.setDaemon(true);
            thread.start();
            return mailbox;
        } catch (IOException e) {
            throw new LaunchFailure("cannot open a mailbox in " + folder + ": " + e.getMessage(), e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                client.setSoTimeout(IDLE_MILLIS);
                converse(
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8)),
                        new BufferedWriter(new OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "A sender of mail went away in the middle", e);
            }
        }
    }

    private void converse(BufferedReader in, Writer out) throws IOException {
        answer(out, "220 onhand");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO", "HELO", "MAIL", "RCPT", "RSET", "NOOP" -> answer(out, "250 OK");
                case "DATA" -> {
                    answer(out, "354 Go on");
                    keep(message(in));
                    answer(out, "250 Kept");
                }
                case "QUIT" -> {
                    answer(out, "221 Bye");
                    return;
                }
                default -> answer(out, "502 Not here");
            }
        }
    }

    private static void answer(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (text.length() < LONGEST) {
                text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
        }
        return text.toString();
    }

    private void keep(String message) throws IOException {
        count++;
        String name = Instant.now().toString().replace(':', '-') + "-" + count + ".eml";
        Files.writeString(folder.resolve(name), message, StandardCharsets.UTF_8);
    }
}
