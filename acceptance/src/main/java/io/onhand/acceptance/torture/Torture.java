package io.onhand.acceptance.torture;

import io.onhand.acceptance.product.Console;
import io.onhand.acceptance.product.UnexpectedAnswer;
import io.onhand.acceptance.torture.rig.Rig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code ./onhand torture [--minutes N] [--seed S] [--faults LIST]}: an installation of its own, where everybody sells the same
 * few units at once while processes die and channels misbehave; an auditor looks every minute and at the end.
 */
public final class Torture {
    private final Path folder;

    /** @param folder for all that the installation writes; it stays when something was found */
    public Torture(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /**
     * Exits with 0 when nothing was found that must not be, with 1 and the seed and the first finding on the error stream
     * when something was, with 2 when it could not be done.
     *
     * @param arguments {@code --minutes} (5), {@code --seed} (any), {@code --faults} (all)
     */
    public static void main(String[] arguments) {
        Console console = new Console();
        int exit = run(List.of(arguments), console);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    private static int run(List<String> arguments, Console console) {
        try {
            TortureOptions options = TortureOptions.parse(arguments);
            Path folder = Path.of(System.getProperty("onhand.torture", "target/torture"))
                    .resolve("seed-" + options.seed());
            console.say("seed " + options.seed() + ", " + options.minutes() + " min, in " + folder);
            Outcome outcome = new Torture(folder).inflict(options, console::say);
            Report.lines(outcome).forEach(console::say);
            outcome.violations().forEach(violation -> console.fail(violation.toString()));
            if (!outcome.clean()) {
                console.fail("found with --seed " + options.seed() + "; everything is still in " + folder);
            }
            return outcome.clean() ? 0 : 1;
        } catch (IllegalArgumentException | IllegalStateException | UnexpectedAnswer | UncheckedIOException e) {
            console.fail(e.getMessage());
            return 2;
        }
    }

    /** A torture with a given seed, for those minutes, by those faults; null for all. */
    public Outcome inflict(int minutes, long seed, List<String> faults, Consumer<String> say) {
        return inflict(new TortureOptions(minutes, seed, faults), say);
    }

    private Outcome inflict(TortureOptions options, Consumer<String> say) {
        erase();
        Outcome outcome;
        try (Rig rig = Rig.start(folder, options.mayFill())) {
            outcome = new Torment(rig, options, say).inflict();
        }
        if (outcome.clean()) {
            erase();
        }
        return outcome;
    }

    private void erase() {
        if (!Files.exists(folder)) {
            return;
        }
        Rig.release(folder);
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + folder, e);
        }
    }
}
