package dev.hemstitch.ads.interstitial;

import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.rules.Stitching;
import dev.hemstitch.ads.stitch.RefusedBreak;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.MediaPlaylist;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Content and breaks in memory, scheduled: what a test gives and what it gets. */
final class Scheduling {
    static final String LISTS = "https://lists.example/";

    private final Stitching content;
    private final List<AdBreak> breaks = new ArrayList<>();
    private InterstitialOptions options = InterstitialOptions.DEFAULT;

    Scheduling(Stitching content) {
        this.content = content;
    }

    static Scheduling of(String media) {
        return new Scheduling(Stitching.of(media));
    }

    Scheduling at(String position, String... ads) {
        return named(Optional.empty(), position, ads);
    }

    Scheduling named(Optional<String> id, String position, String... ads) {
        breaks.add(new AdBreak(
                BreakPosition.parse(position).orElseThrow(),
                Arrays.stream(ads).map(content::ad).toList(),
                id,
                List.of(),
                List.of()));
        return this;
    }

    Scheduling options(UnaryOperator<InterstitialOptions.Builder> change) {
        options = change.apply(options.toBuilder()).build();
        return this;
    }

    InterstitialResult schedule() {
        Presentation presentation = content.presentation();
        return schedule(presentation, OutputLocations.inPlaceOf(presentation));
    }

    InterstitialResult schedule(Presentation presentation, OutputLocations locations) {
        return new InterstitialScheduler(options)
                .schedule(presentation, breaks, locations, id -> LISTS + "assets-" + id + ".json");
    }

    /** The date ranges of the first Media Playlist. */
    List<DateRange> ranges() {
        return first(schedule()).dateRanges();
    }

    /** The attributes of the only date range, as written behind those that all have. */
    String attributes() {
        String line = ranges().get(0).line();
        return line.substring(line.indexOf("START-DATE"));
    }

    static MediaPlaylist first(InterstitialResult result) {
        return result.presentation().tracks().get(0).playlist();
    }

    static List<String> refusals(InterstitialResult result) {
        return result.plan().refusedBreaks().stream()
                .map(RefusedBreak::reason)
                .map(Enum::name)
                .toList();
    }

    /** A playlist without the lines that scheduling adds. */
    static String withoutAdded(String text, boolean dates) {
        StringBuilder kept = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from) + 1;
            String line = text.substring(from, end == 0 ? text.length() : end);
            boolean added = line.contains("com.apple.hls.interstitial")
                    || (dates && line.startsWith("#EXT-X-PROGRAM-DATE-TIME"));
            kept.append(added ? "" : line);
            from += line.length();
        }
        return kept.toString();
    }
}
