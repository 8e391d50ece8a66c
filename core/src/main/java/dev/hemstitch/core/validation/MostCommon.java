package dev.hemstitch.core.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What most playlists of a presentation say, so that the one that differs is told and not all others. */
final class MostCommon {
    private MostCommon() {}

    /** The value that occurs most often, the first of those that do; empty if there is none. */
    static <T> Optional<T> of(List<T> values) {
        Map<T, Integer> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        Optional<T> best = Optional.empty();
        int most = 0;
        for (T value : values) {
            int count = counts.getOrDefault(value, 0);
            if (count > most) {
                best = Optional.of(value);
                most = count;
            }
        }
        return best;
    }
}
