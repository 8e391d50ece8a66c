package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import dev.hemstitch.core.model.RenditionReport;
import dev.hemstitch.core.uri.UriReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rendition reports in output numbers (RFC 8216bis, 4.4.5.4). A rendition is told by its name, with which the report's URI ends. One
 * that cannot be numbered, since it is in a break that this viewer has not seen of it, goes without a report.
 */
final class LiveReports {
    private final LiveState state;
    private final LiveRendition rendition;
    private final LiveDecisions decisions;
    private final long edgeMicros;

    /**
     * @param edgeMicros where the origin is, on the session's timeline
     */
    LiveReports(LiveState state, LiveRendition rendition, LiveDecisions decisions, long edgeMicros) {
        this.state = state;
        this.rendition = rendition;
        this.decisions = decisions;
        this.edgeMicros = edgeMicros;
    }

    /**
     * Renumbers reports.
     *
     * @param reports the origin's, as they read at the output's place
     * @return those that can be numbered
     */
    List<RenditionReport> inOutputNumbers(List<RenditionReport> reports) {
        List<RenditionReport> renumbered = new ArrayList<>();
        for (RenditionReport report : reports) {
            String other = named(report.uri());
            if (report.lastMsn().isEmpty()) {
                renumbered.add(report);
            } else if (!other.isEmpty()) {
                renumbered(report, other, report.lastMsn().getAsLong()).ifPresent(renumbered::add);
            } else if (state.breaks().stream().noneMatch(LiveBreak::hasAds)) {
                renumbered.add(report); // one that this viewer has not asked for counts as the origin does
            }
        }
        return renumbered;
    }

    /** The known rendition whose name a URI ends with. */
    private String named(String uri) {
        String resolved = UriReferences.resolve(rendition.outputUri(), uri);
        int query = resolved.indexOf('?');
        String path = query < 0 ? resolved : resolved.substring(0, query);
        String found = "";
        for (String name : state.renditions().keySet()) {
            boolean isMeant = path.equals(name) || path.endsWith("/" + name) || path.endsWith("/" + name + ".m3u8");
            found = isMeant && name.length() > found.length() ? name : found;
        }
        return found;
    }

    private Optional<RenditionReport> renumbered(RenditionReport report, String name, long number) {
        RenditionState other = state.rendition(name);
        if (other == null) {
            return Optional.empty();
        }
        if (other.restarts() != state.session().restarts()) {
            return Optional.of(
                    lastSeen(report, other)); // the origin's number is of a count that this viewer has not seen of it
        }
        long offset = other.offset();
        for (LiveBreak each : state.breaks()) {
            Cut cut = each.cut(name);
            if (each.hasAds() && cut == null) {
                return Optional.empty();
            }
            if (cut != null && !each.isRestart() && cut.isOpen() && !cut.playsContent()) {
                return Optional.of(report.toBuilder()
                        .set(RenditionReport.LAST_MSN, published(each, name, cut) + offset)
                        .remove(RenditionReport.LAST_PART.name())
                        .build());
            }
            offset += cut == null || each.isRestart() || cut.start() > number ? 0 : cut.shift();
        }
        if (Long.compareUnsigned(number + offset, other.last()) < 0) {
            return Optional.of(lastSeen(report, other)); // the origin's report is older than that
        }
        return Optional.of(report.toBuilder()
                .set(RenditionReport.LAST_MSN, number + offset)
                .build());
    }

    private static RenditionReport lastSeen(RenditionReport report, RenditionState other) {
        return report.toBuilder()
                .set(RenditionReport.LAST_MSN, other.last())
                .remove(RenditionReport.LAST_PART.name())
                .build();
    }

    /** The last segment that the rendition has by now if it is asked for, less its offset. */
    private long published(LiveBreak each, String name, Cut cut) {
        AdLine ads = AdLine.of(each, name, decisions, (int) cut.added());
        int count = (int) cut.added();
        long elapsed = edgeMicros - each.startMicros() - cut.skewMicros();
        while (count < ads.count() && ads.endOf(count) <= elapsed + BreakPlan.TOLERANCE_MICROS) {
            count++;
        }
        return cut.start() + count - 1;
    }
}
