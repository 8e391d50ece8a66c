package dev.hemstitch.ads.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A player that checks all that it is given. Written from RFC 8216bis, 6.2 and 6.3, and the rules of stitching; it knows
 * the truth behind every URI. Not for several threads.
 */
public final class PlayerModel {
    private final ViewerTruth truth;
    private final Findings findings;
    private final AssetRuns runs;
    private final UnaryOperator<String> outputUris;
    private final Map<String, Map<String, String>> dateRanges = new HashMap<>();
    private final Map<String, SeriesCheck> series = new HashMap<>();
    private boolean joined;
    private long refreshes;

    /**
     * A player.
     *
     * @param origin the channel
     * @param ads the ads that may be shown
     * @param server who decides which
     * @param seed what reports call the viewer's seed
     * @param viewer the viewer
     * @param outputUris the URI of the playlist that is served of a rendition, from the origin's URI of it
     */
    public PlayerModel(
            Origin origin,
            AdInventory ads,
            AdServer server,
            long seed,
            String viewer,
            UnaryOperator<String> outputUris) {
        this.truth = new ViewerTruth(origin, ads, server, viewer);
        this.findings = new Findings(seed, viewer);
        this.runs = new AssetRuns(truth);
        this.outputUris = outputUris;
    }

    /**
     * A refresh.
     *
     * @param given what the service was given: a snapshot of the rendition
     * @param served what it answered; empty if what was served last stands
     * @param now when
     * @return whether the playlist has a new segment
     */
    public boolean refresh(OriginSnapshot given, Optional<byte[]> served, Instant now) {
        refreshes++;
        SeriesCheck check = series.computeIfAbsent(given.rendition(), this::newSeries);
        long nanos = Clock.nanos(now);
        Served last = check.last();
        long lastNumber = last == null || last.segments.isEmpty() ? -1 : last.lastNumber();
        byte[] text = served.orElse(last == null ? null : last.text);
        if (text == null) {
            check.nothing(nanos);
            return false;
        }
        boolean joins = !joined;
        if (joins) {
            truth.joinedAt = given.endNanos;
            joined = true;
        }
        check.refresh(given, text, nanos, joins);
        Served is = check.last();
        if (is == null) {
            return false;
        }
        if (!is.reports.isEmpty()
                && is != last
                && truth.origin.options().is.edgeAges.size() == 1) {
            check.edge.reports(is.reports, this::lastNumber, name -> nanos - series.get(name).now);
        }
        return !is.segments.isEmpty() && is.lastNumber() > lastNumber;
    }

    private SeriesCheck newSeries(String rendition) {
        String uri = outputUris.apply(truth.origin.uri(rendition));
        return new SeriesCheck(truth, findings, runs, dateRanges, rendition, uri);
    }

    private long lastNumber(String rendition) {
        SeriesCheck other = series.get(rendition);
        Served last = other == null ? null : other.last();
        return last == null || last.segments.isEmpty() ? -1 : last.lastNumber();
    }

    /** {@return how many refreshes there were} */
    public long refreshes() {
        return refreshes;
    }

    /** {@return the first violations} */
    public List<Violation> violations() {
        return findings.kept();
    }

    /** {@return how many violations there were} */
    public long violationCount() {
        return findings.count();
    }
}
