package dev.hemstitch.ads.interstitial;

import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.core.model.DateRange;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * IDs that nothing else has: of what the break is called, else of its date, so that they are the same however often a break
 * is scheduled, with whatever others.
 */
final class InterstitialIds {
    private final Set<String> taken = new HashSet<>();

    InterstitialIds(List<Track> tracks) {
        for (Track track : tracks) {
            track.playlist().dateRanges().stream().map(DateRange::id).forEach(taken::add);
        }
    }

    String of(AdBreak adBreak, OffsetDateTime date) {
        String name = adBreak.id().map(InterstitialIds::harmless).orElse("");
        String millis = Long.toString(date.toInstant().toEpochMilli());
        if (!name.isBlank() && taken.add(name)) {
            return name;
        }
        String id = (name.isBlank() ? "break" : name) + "-" + millis;
        if (taken.add(id)) {
            return id;
        }
        int number = 2;
        while (!taken.add(id + "-" + number)) {
            number++;
        }
        return id + "-" + number;
    }

    /** A break's id comes from outside: nothing in it may end the value or the line, or be taken for a variable. */
    private static String harmless(String id) {
        StringBuilder text = new StringBuilder();
        id.chars().forEach(c -> text.append(Character.isISOControl(c) || c == '"' ? '_' : (char) c));
        return text.toString().replace("{$", "{_");
    }
}
