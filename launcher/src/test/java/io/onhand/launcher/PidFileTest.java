package io.onhand.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    Path folder;

    private Home home;
    private PidFile file;

    @BeforeEach
    void create() {
        home = new Home(folder, folder.resolve("data"), folder.resolve("postgres"));
        home.create();
        file = new PidFile(home, "server");
    }

    @Test
    void findsTheProcessItWasWrittenFor() {
        file.write(ProcessHandle.current());

        assertThat(file.process()).contains(ProcessHandle.current());
    }

    @Test
    void aStrangerWithTheSameIdIsNotOurs() throws IOException {
        Files.writeString(
                home.running().resolve("server.pid"), ProcessHandle.current().pid() + "\n1000\n");

        assertThat(file.process()).isEmpty();
    }

    @Test
    void nobodyWhenThereIsNoFileOrADamagedOne() throws IOException {
        assertThat(file.process()).isEmpty();
        Files.writeString(home.running().resolve("server.pid"), "12");
        assertThat(file.process()).isEmpty();
        Files.writeString(home.running().resolve("server.pid"), "x\ny\n");
        assertThat(file.process()).isEmpty();
    }

    @Test
    void aProcessThatEndedIsNobody() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", "read line").start();
        file.write(process.toHandle());
        assertThat(file.process()).isPresent();

        process.getOutputStream().close();
        process.waitFor();

        assertThat(file.process()).isEmpty();
    }
}
