package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.core.model.MediaPlaylist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A channel of three renditions with segments of six, two and three seconds: a break of 24 seconds in each minute, and ads that
 * fill it in many ways. Nothing in it changes.
 *
 * @param isDated whether snapshots have a date
 * @param hasIds whether its breaks are named
 * @param windowSeconds how much of it the origin lists
 */
record LiveChannel(boolean isDated, boolean hasIds, int windowSeconds) {
    static final List<String> RENDITIONS = List.of("v", "a", "t");
    static final int WINDOW_SECONDS = 48;
    static final int STEP_SECONDS = 6;
    private static final Map<String, Integer> SECONDS = Map.of("v", 6, "a", 2, "t", 3);
    private static final Map<String, Integer> AD_SECONDS = Map.of("x", 12, "y", 12, "z", 6, "w", 18);
    private static final Map<String, LiveAd> ADS = ads();
    private static final int PERIOD_SECONDS = 60;
    private static final int BREAK_SECONDS = 24;
    private static final int FIRST_BREAK_SECONDS = 54;
    private static final int FIRST_NUMBER = 1_000_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    LiveChannel(boolean isDated, boolean hasIds) {
        this(isDated, hasIds, WINDOW_SECONDS);
    }

    static LiveRendition rendition(String name) {
        return LiveRendition.inPlace(name, "http://o/" + name + ".m3u8");
    }

    /** What the origin lists, a number of steps after the first viewer came. */
    MediaPlaylist snapshot(String rendition, int step) {
        int seconds = SECONDS.get(rendition);
        int from = STEP_SECONDS * step / seconds;
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n"
                + "#EXT-X-MEDIA-SEQUENCE:" + (FIRST_NUMBER + from) + "\n");
        if (isDated) {
            text.append("#EXT-X-PROGRAM-DATE-TIME:" + START.plusSeconds((long) from * seconds) + "\n");
        }
        for (int i = from; i < from + windowSeconds / seconds; i++) {
            int inPeriod = i * seconds - FIRST_BREAK_SECONDS;
            if (inPeriod >= 0 && inPeriod % PERIOD_SECONDS == 0) {
                text.append("#EXT-X-CUE-OUT:DURATION=" + BREAK_SECONDS);
                text.append(hasIds ? ",BREAKID=" + (inPeriod / PERIOD_SECONDS) + "\n" : "\n");
            } else if (inPeriod >= 0 && inPeriod % PERIOD_SECONDS == BREAK_SECONDS) {
                text.append("#EXT-X-CUE-IN\n");
            }
            text.append("#EXTINF:" + seconds + ",\ncontent-" + rendition + i + ".ts\n");
        }
        return LiveScene.playlist(text.toString());
    }

    private static Map<String, LiveAd> ads() {
        Map<String, LiveAd> ads = new LinkedHashMap<>();
        AD_SECONDS.forEach((id, length) -> {
            Map<String, Ad> renditions = new LinkedHashMap<>();
            for (String name : RENDITIONS) {
                StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n");
                for (int i = 0; i < length / SECONDS.get(name); i++) {
                    text.append("#EXTINF:" + SECONDS.get(name) + ",\n" + id + "-" + name + i + ".ts\n");
                }
                MediaPlaylist playlist =
                        LiveScene.playlist(text.append("#EXT-X-ENDLIST\n").toString());
                String uri = "http://ads/" + id + "/" + name + ".m3u8";
                renditions.put(name, Ad.of(id, Presentation.ofMedia(playlist, uri)));
            }
            ads.put(id, LiveAd.ofRenditions(renditions.get("v"), renditions, Map.of()));
        });
        return ads;
    }

    /** An ad server that never answers the same twice: what was decided must be remembered by others. */
    static LiveDecisions fickle(long seed) {
        Random random = new Random(seed);
        return decisions(() -> {
            synchronized (random) {
                List<LiveAd> ads = new ArrayList<>(ADS.values());
                Collections.shuffle(ads, random);
                return ads.subList(0, 1 + random.nextInt(ads.size()));
            }
        });
    }

    /** An ad server that always gives the same. */
    static LiveDecisions constant(String... ids) {
        List<LiveAd> ads = List.of(ids).stream().map(ADS::get).toList();
        return decisions(() -> ads);
    }

    private interface Answer {
        List<LiveAd> ads();
    }

    private static LiveDecisions decisions(Answer answer) {
        return new LiveDecisions() {
            @Override
            public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
                return Optional.of(answer.ads());
            }

            @Override
            public Optional<LiveAd> ad(String id) {
                return Optional.ofNullable(ADS.get(id));
            }
        };
    }
}
