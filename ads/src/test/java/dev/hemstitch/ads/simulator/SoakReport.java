package dev.hemstitch.ads.simulator;

import java.util.List;
import java.util.Map;

/**
 * What a soak found.
 *
 * @param sessions how many viewers there were
 * @param refreshes how many playlists they asked for
 * @param violationCount how many violations there were
 * @param violations the first of each rule that a viewer saw broken, up to a hundred
 * @param violationsByRule how many viewers broke which rule first
 * @param serviceNanos time spent in the service, over all threads
 * @param totalNanos time spent in all, over all threads
 */
public record SoakReport(
        long sessions,
        long refreshes,
        long violationCount,
        List<Violation> violations,
        Map<Rule, Integer> violationsByRule,
        long serviceNanos,
        long totalNanos) {
    @Override
    public String toString() {
        long own = refreshes == 0 ? 0 : (totalNanos - serviceNanos) / refreshes;
        long services = refreshes == 0 ? 0 : serviceNanos / refreshes;
        return sessions + " sessions, " + refreshes + " refreshes, " + violationCount + " violations "
                + violationsByRule + "; per refresh " + services + " ns in the service, " + own
                + " ns in the simulator";
    }
}
