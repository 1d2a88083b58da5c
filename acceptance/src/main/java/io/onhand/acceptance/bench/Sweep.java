package io.onhand.acceptance.bench;

import io.onhand.acceptance.bench.load.ClosedLoad;
import io.onhand.acceptance.bench.stage.Shop;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Every listing of ten shops has to be told again, all at once: without a quota, and with one. */
final class Sweep implements Scenario {
    /** Seconds that a sweep within the quota is to take. */
    private static final int QUOTA_SECONDS = 20;

    private static final double QUOTA_MUST = 0.90;

    private int buffer;

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public List<Figure> run(Scene scene) throws SQLException {
        List<Shop> shops = scene.stage().malls(scene.size().mallSkus());
        shops.forEach(shop -> shop.remember(1));
        try {
            return List.of(unlimited(scene, shops), withQuota(scene, shops));
        } finally {
            shops.forEach(shop -> shop.quota(0));
            shops.forEach(shop -> shop.buffer(0));
            scene.backlog().drain();
            shops.forEach(Shop::close);
        }
    }

    private Figure unlimited(Scene scene, List<Shop> shops) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        Map<String, Double> cpu = new LinkedHashMap<>();
        Map<String, Long> errors = new TreeMap<>();
        try (ClosedLoad direct = new ClosedLoad(shops.size(), client -> new ShopWrite(scene, shops.get(client)))) {
            scene.warmUp().baseline("sweep, the shops alone", direct);
            sweep(scene, shops, errors);
            for (int round = 1; round <= scene.pace().rounds(); round++) {
                theirs.add(direct.run(scene.pace().round()).rate());
                Map<String, Double> before = scene.cpu().read();
                Duration took = sweep(scene, shops, errors);
                CpuTimes.between(before, scene.cpu().read())
                        .forEach((process, seconds) -> cpu.merge(process, seconds, Double::sum));
                ours.add(listings(scene, shops) / seconds(took));
                scene.progress()
                        .accept(String.format(
                                Locale.ROOT,
                                "sweep: round %d of %d: %,.0f listings/s | the shops alone %,.0f",
                                round,
                                scene.pace().rounds(),
                                ours.get(round - 1),
                                theirs.get(round - 1)));
            }
        }
        double thousands = listings(scene, shops) * scene.pace().rounds() / 1_000.0;
        cpu.replaceAll((process, seconds) -> seconds / thousands);
        Series rate = new Series(ours);
        return new Figure(
                name(),
                "sweep, no quota",
                "listings/s",
                rate,
                List.of(Check.ratio("what the shops take", rate, new Series(theirs), null, null)),
                Map.of(),
                cpu,
                Map.of("listings", Integer.toString(listings(scene, shops))),
                errors);
    }

    private Figure withQuota(Scene scene, List<Shop> shops) {
        int requests = (scene.size().mallSkus() + ShopWrite.LISTINGS - 1) / ShopWrite.LISTINGS;
        int quota = Math.max(1, requests / QUOTA_SECONDS);
        shops.forEach(shop -> shop.quota(quota));
        scene.backlog().drain();
        Map<String, Long> errors = new TreeMap<>();
        int before = count(shops, "requests");
        int refusedBefore = count(shops, "answered_429");
        Duration took = sweep(scene, shops, errors);
        int made = count(shops, "requests") - before;
        int above = count(shops, "answered_429") - refusedBefore;
        double allowed = shops.size() * (quota + quota * seconds(took));
        Series share = new Series(List.of(made / allowed));
        scene.progress()
                .accept(String.format(
                        Locale.ROOT,
                        "sweep, %d requests/s each: %.1f s, %d requests of %.0f, %d above",
                        quota,
                        seconds(took),
                        made,
                        allowed,
                        above));
        List<Check> checks = List.of(
                Check.atLeast("share of the quota", share, QUOTA_MUST, null),
                Check.atMost("requests above it", new Series(List.of((double) above)), 0.0, null));
        return new Figure(
                name(),
                "sweep, " + quota + " requests/s each",
                "of the quota",
                share,
                checks,
                Map.of(),
                Map.of(),
                Map.of(),
                errors);
    }

    /** Changes every listing of every shop and waits until all of them were told. */
    private Duration sweep(Scene scene, List<Shop> shops, Map<String, Long> errors) {
        int before = count(shops, "stock_items");
        buffer = buffer % 100 + 1;
        long start = System.nanoTime();
        shops.parallelStream().forEach(shop -> shop.buffer(buffer));
        scene.backlog().drain();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        int told = count(shops, "stock_items") - before;
        if (told < listings(scene, shops)) {
            errors.merge("listings that were not told", (long) listings(scene, shops) - told, Long::sum);
        }
        return took;
    }

    private static int count(List<Shop> shops, String what) {
        return shops.stream().mapToInt(shop -> shop.sandbox().count(what)).sum();
    }

    private static int listings(Scene scene, List<Shop> shops) {
        return scene.size().mallSkus() * shops.size();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
