package dev.hemstitch.ads.properties;

import dev.hemstitch.ads.rules.Multivariants;
import dev.hemstitch.ads.rules.Stitching;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Files of a presentation of all kinds of renditions, put together by chance: periods that all renditions share, each
 * cut into segments of its own lengths; keys that rotate, maps, dates and date ranges, implied offsets.
 */
final class GeneratedPresentation {
    private static final List<String> NAMES = List.of("video.m3u8", "audio.m3u8", "subs.m3u8", "iframes.m3u8");
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final SplittableRandom random;
    private final List<Integer> periods = new ArrayList<>();
    private final String prefix;
    private final boolean dated;
    private final boolean fragmented;

    private GeneratedPresentation(SplittableRandom random, String prefix, boolean fragmented, int least) {
        this.random = random;
        this.prefix = prefix;
        this.dated = random.nextBoolean();
        this.fragmented = fragmented;
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            periods.add(random.nextInt(least, 4 * least));
        }
    }

    /** Content of some minutes in segments of at most 12 s. */
    static Stitching content(SplittableRandom random, boolean fragmented) {
        return Stitching.of(Multivariants.FULL, new GeneratedPresentation(random, "c", fragmented, 60).files());
    }

    /** Files of an ad of some seconds. */
    static Map<String, String> ad(SplittableRandom random, boolean fragmented) {
        return new GeneratedPresentation(random, "a", fragmented, 5).files();
    }

    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("main.m3u8", Multivariants.FULL);
        NAMES.forEach(name -> files.put(name, media(name)));
        return files;
    }

    private String media(String name) {
        boolean text = name.startsWith("subs");
        boolean mapped = fragmented && !text;
        boolean encrypted = !text && random.nextInt(3) > 0;
        boolean ranged = !text && random.nextBoolean();
        List<String> lines = new ArrayList<>(List.of(
                "#EXTM3U",
                "#EXT-X-VERSION:6",
                "#EXT-X-TARGETDURATION:12",
                "#EXT-X-MEDIA-SEQUENCE:" + random.nextInt(3000)));
        if (name.startsWith("iframes")) {
            lines.add("#EXT-X-I-FRAMES-ONLY");
        }
        BigDecimal time = BigDecimal.ZERO;
        int number = 0;
        for (int period = 0; period < periods.size(); period++) {
            if (period > 0) {
                lines.add("#EXT-X-DISCONTINUITY");
            }
            int left = periods.get(period);
            for (boolean first = true; left > 0; first = false) {
                int seconds = Math.min(left, random.nextInt(1, 13));
                if (dated && (first || random.nextInt(5) == 0)) {
                    lines.add("#EXT-X-PROGRAM-DATE-TIME:" + START.plusSeconds(time.longValueExact() + 1000L * period));
                }
                if (dated && random.nextInt(6) == 0) {
                    Instant start = START.plusSeconds(time.longValueExact() + 1000L * period + 1);
                    lines.add(
                            "#EXT-X-DATERANGE:ID=\"" + prefix + number + "\",START-DATE=\"" + start + "\",DURATION=1");
                }
                if (encrypted && (number == 0 || random.nextInt(6) == 0)) {
                    lines.add(
                            random.nextInt(5) == 0
                                    ? "#EXT-X-KEY:METHOD=NONE"
                                    : "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"key" + number + "\""
                                            + (random.nextBoolean() ? ",IV=0x" + number : ""));
                }
                if (mapped && (first || random.nextInt(8) == 0)) {
                    lines.add("#EXT-X-MAP:URI=\"" + prefix + "init" + random.nextInt(2) + ".mp4\"");
                }
                lines.add("#EXTINF:" + seconds + ",");
                if (ranged) {
                    lines.add("#EXT-X-BYTERANGE:" + (100 + number) + (first ? "@" + 1000 * period : ""));
                }
                String suffix = text ? ".vtt" : mapped ? ".m4s" : ".ts";
                lines.add(prefix + name.charAt(0) + (ranged ? "" : number) + suffix);
                time = time.add(BigDecimal.valueOf(seconds));
                left -= seconds;
                number++;
            }
        }
        lines.add("#EXT-X-ENDLIST");
        return String.join("\n", lines) + "\n";
    }
}
