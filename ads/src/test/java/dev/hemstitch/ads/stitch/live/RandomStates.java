package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** States as no stream would give them, the same for the same seed. */
final class RandomStates {
    private static final List<String> NAMES =
            List.of("v", "a/en/media.m3u8", "\"quoted\" \\", "süß 字 \uD83D\uDE00", "");
    private static final List<String> IDS = List.of("7", "splice-6FFFFFF0", "\n\u0000", "字", "a", "preroll", "");

    private final Random random;

    RandomStates(long seed) {
        random = new Random(seed);
    }

    LiveState next() {
        SortedMap<String, RenditionState> renditions = new TreeMap<>();
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                renditions.put(name, rendition());
            }
        }
        List<LiveBreak> breaks = new ArrayList<>();
        for (String id : IDS) {
            if (random.nextInt(3) == 0) {
                breaks.add(liveBreak(id, renditions));
            }
        }
        breaks.sort(Comparator.comparingLong(LiveBreak::startMicros).thenComparing(LiveBreak::id));
        return new LiveState(session(), breaks, renditions, random.nextInt(3));
    }

    private LiveState.Session session() {
        return new LiveState.Session(
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private RenditionState rendition() {
        return new RenditionState(
                number(),
                random.nextInt(),
                number(),
                number(),
                number(),
                random.nextInt(),
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                number(),
                random.nextBoolean(),
                new Alignment(random.nextInt(), number()),
                new Alignment.Change(number(), random.nextInt()),
                random.nextInt(10_000_000),
                random.nextInt(10_000_000));
    }

    private LiveBreak liveBreak(String id, SortedMap<String, RenditionState> renditions) {
        SortedMap<String, Cut> cuts = new TreeMap<>();
        for (String name : renditions.keySet()) {
            if (random.nextBoolean()) {
                cuts.put(name, new Cut(number(), number(), number(), number(), number()));
            }
        }
        List<String> ads = NAMES.subList(0, random.nextInt(NAMES.size()));
        return new LiveBreak(
                id,
                number(),
                number(),
                ads,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                number(),
                random.nextInt(100),
                number(),
                number(),
                number(),
                cuts);
    }

    /** Small ones, the most extreme ones, and those that mean something else than a number. */
    private long number() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
            case 2 -> LiveBreak.OPEN;
            case 3 -> 0;
            default -> random.nextInt(1_000_000);
        };
    }
}
