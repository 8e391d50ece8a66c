package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.MediaPlaylist;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a server remembers of EXT-X-DATERANGE tags, to answer {@code _HLS_skip=v2} (RFC 8216bis, 6.2.5.1).
 *
 * @param older the tags that were added more than CAN-SKIP-UNTIL seconds ago: every client that asks has them
 * @param removed the IDs of ranges that were removed less than CAN-SKIP-UNTIL seconds ago, each once
 */
public record DateRangeHistory(Set<DateRange> older, List<String> removed) {
    /**
     * A history; both are copied.
     *
     * @param older the tags that were added more than CAN-SKIP-UNTIL seconds ago
     * @param removed the IDs of ranges that were removed less than CAN-SKIP-UNTIL seconds ago
     * @throws IllegalArgumentException if an ID holds a tab, which separates them, a double quote, CR, LF or NUL
     */
    public DateRangeHistory {
        older = Set.copyOf(older);
        removed = List.copyOf(removed);
        if (!removed.stream().allMatch(DateRangeHistory::canBeListed)) {
            throw new IllegalArgumentException("an ID cannot hold a tab, a double quote, CR, LF or NUL here");
        }
    }

    private static boolean canBeListed(String id) {
        return id.chars().noneMatch(c -> c == '\t' || c == '"' || c == '\r' || c == '\n' || c == 0);
    }

    /**
     * The history of a playlist by its former versions.
     *
     * @param versions those that were current within the last CAN-SKIP-UNTIL seconds, the oldest of them first: a
     *     client that asks has one of them
     * @param full the version that is current now
     * @return the history; an ID that cannot be listed is left out
     */
    public static DateRangeHistory of(List<MediaPlaylist> versions, MediaPlaylist full) {
        List<DateRange> now = full.dateRanges();
        Set<DateRange> older = new HashSet<>(now);
        older.retainAll(
                versions.isEmpty() ? Set.of() : Set.copyOf(versions.get(0).dateRanges()));
        Set<String> removed = new LinkedHashSet<>();
        for (MediaPlaylist version : versions) {
            version.dateRanges().stream()
                    .map(DateRange::id)
                    .filter(DateRangeHistory::canBeListed)
                    .forEach(removed::add);
        }
        now.forEach(tag -> removed.remove(tag.id()));
        return new DateRangeHistory(older, List.copyOf(removed));
    }
}
