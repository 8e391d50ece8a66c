package dev.hemstitch.benchmarks.report;

import java.util.List;
import java.util.Optional;

/**
 * A line of the table.
 *
 * @param work what is done, in words
 * @param own the name of Hemstitch's figure
 * @param rivals the names of the rivals' figures that count for targets
 * @param shown the names of the figures to show beside it: lindstrom, open-m3u8, text, kept lines
 * @param limit the name of the limit's figure; empty for none
 * @param segments the number of segments to tell the time of each; 0 for not to tell that
 * @param targets what must be reached
 */
record Row(
        String work,
        String own,
        List<String> rivals,
        List<String> shown,
        String limit,
        int segments,
        List<Target> targets) {
    /** How many times as fast as the fastest rival. */
    Optional<Double> aheadOfRivals(Run run) {
        return run.fastest(rivals)
                .flatMap(run::micros)
                .flatMap(rival -> run.micros(own).map(micros -> rival / micros));
    }

    /** How many times the time of the limit. */
    Optional<Double> besideLimit(Run run) {
        return run.micros(limit).flatMap(least -> run.micros(own).map(micros -> micros / least));
    }
}
