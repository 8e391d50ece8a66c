package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which of a snapshot's signals are of breaks that are known: by their ids, and by their times where an id is made of
 * numbers that differ between renditions, or has left the window, or where markers of several dialects name one break each.
 */
final class SignalMatching {
    /** Renditions without dates are laid beside each other by when they were fetched, which may be some segments off. */
    private static final long UNDATED_TARGETS = 5;

    /** So many of the latest tell where a rendition is; all of a long window would take long to compare. */
    private static final int MOST_COMPARED = 8;

    private final Snapshot snapshot;
    private final String rendition;
    private final Map<String, RenditionState> renditions;
    private final long restarts;
    private final long targetMicros;
    private final long nearMicros;
    private final List<LiveBreak> breaks;
    private final int start;

    /**
     * @param start the index of the first break that may be signalled
     */
    SignalMatching(
            String rendition,
            Snapshot snapshot,
            LiveState.Session session,
            Map<String, RenditionState> renditions,
            List<LiveBreak> breaks,
            int start) {
        this.rendition = rendition;
        this.snapshot = snapshot;
        this.renditions = renditions;
        this.restarts = session.restarts();
        this.targetMicros = session.targetDuration() * 1_000_000;
        this.nearMicros = session.targetDuration() * (snapshot.isDated() ? 1_000_000 : UNDATED_TARGETS * 1_000_000);
        this.breaks = breaks;
        this.start = start;
    }

    /**
     * Matches.
     *
     * @param known takes the signals that are of known breaks
     * @return for each break from the first one on its signal; null for those that are no longer signalled
     */
    List<@Nullable SignalledBreak> match(List<SignalledBreak> signalled, Set<SignalledBreak> known) {
        List<@Nullable SignalledBreak> signals = new ArrayList<>();
        for (int i = start; i < breaks.size(); i++) {
            signals.add(null);
        }
        placeByPattern(signalled);
        int last = -1;
        long lastAt = Long.MIN_VALUE;
        for (SignalledBreak signal : signalled) {
            long at = at(signal);
            int found = find(signal);
            if (found >= 0
                    && found == last
                    && at > lastAt + targetMicros
                    && signal.joinedAfterNanos().isEmpty()) {
                found = nextMeant(found, signal); // two that are so far apart are two
            }
            if (found >= 0) {
                last = found;
                lastAt = at;
                known.add(signal);
                if (signals.get(found - start) == null) {
                    signals.set(found - start, signal);
                    if (tells(found, signal, false)) {
                        layBeside(found, signal);
                    }
                }
            }
        }
        return signals;
    }

    /**
     * How much later a rendition is than it seemed, of which no break is known yet: so that as many of its markers as can be, and two
     * at least, are where breaks are.
     */
    private long byPattern(List<SignalledBreak> signalled) {
        List<Long> markers = signalled.stream()
                .skip(Math.max(0, signalled.size() - MOST_COMPARED))
                .filter(signal -> signal.joinedAfterNanos().isEmpty() && signal.startNanos() >= 0)
                .map(this::at)
                .toList();
        List<Long> starts = breaks.stream()
                .skip(Math.max(start, breaks.size() - MOST_COMPARED))
                .filter(LiveBreak::isSignalled)
                .map(LiveBreak::markedMicros)
                .toList();
        long best = 0;
        long most = 1;
        for (long marker : markers) {
            for (long known : starts) {
                long by = known - marker;
                long same = markers.stream()
                        .filter(each ->
                                starts.stream().anyMatch(other -> Math.abs(each + by - other) <= targetMicros / 2))
                        .count();
                boolean isBetter = same > most || (same == most && same > 1 && Math.abs(by) < Math.abs(best));
                if (Math.abs(by) <= nearMicros && isBetter) {
                    best = by;
                    most = same;
                }
            }
        }
        return best;
    }

    /**
     * Places a rendition without dates that was not asked for just before, by the breaks that it signals and other renditions know.
     *
     * @param own what the snapshot says by itself
     */
    void place(List<SignalledBreak> own) {
        placeByPattern(own);
        for (SignalledBreak signal : own) {
            int found = find(signal);
            if (found >= 0 && tells(found, signal, true)) {
                layBeside(found, signal);
                return; // the same break would be found for the next one, too
            }
        }
    }

    private void placeByPattern(List<SignalledBreak> signalled) {
        if (!snapshot.isDated()
                && start < breaks.size()
                && breaks.stream().noneMatch(each -> each.cut(rendition) != null)) {
            snapshot.place(snapshot.at(0) + byPattern(signalled));
        }
    }

    /**
     * Whether a signal tells where a rendition without dates is: it is of a break that is seen there for the first time.
     *
     * @param isOwn whether it is known that the signal is what the snapshot says by itself
     */
    private boolean tells(int index, SignalledBreak signal, boolean isOwn) {
        LiveBreak each = breaks.get(index);
        boolean isMarked = signal.joinedAfterNanos().isEmpty() && signal.startNanos() >= 0;
        return !snapshot.isDated()
                && each.cut(rendition) == null
                && (isMarked || (isOwn && isTimed(each, signal)))
                && (!startsBehindAds(index) || (isOwn && isWhole(each, signal)));
    }

    /** Whether its start has left the window, and markers say how much of it has passed. */
    private static boolean isTimed(LiveBreak each, SignalledBreak signal) {
        return signal.joinedAfterNanos().orElse(0) > 0 && isWhole(each, signal);
    }

    private void layBeside(int index, SignalledBreak signal) {
        LiveBreak each = breaks.get(index);
        boolean isTimed = isTimed(each, signal);
        long there = each.markedMicros();
        // Less lies between the boundaries at which renditions can signal the same.
        long least = isTimed && !startsBehindAds(index) ? LiveBoundaries.SAME_MICROS : targetMicros;
        int marked = snapshot.nearest(at(signal));
        Alignment.Start alike = isTimed || startsBehindAds(index)
                ? null
                : Alignment.compare(each, snapshot, marked, rendition, renditions, restarts);
        if (alike != null) {
            snapshot.align(alike.alignment());
            there = alike.micros();
            least = LiveBoundaries.SAME_MICROS;
        }
        long by = there - at(signal);
        if (Math.abs(by) > least && Math.abs(by) <= nearMicros) {
            snapshot.place(snapshot.at(0) + by);
            for (int i = start; i < breaks.size(); i++) {
                breaks.set(i, breaks.get(i).movedIn(rendition, by));
            }
        }
    }

    /** Whether a break was seen from its start on: of one that was joined in its middle, the rest counts. */
    private static boolean isWhole(LiveBreak each, SignalledBreak signal) {
        return each.isMeasured()
                && signal.durationNanos().isPresent()
                && LiveSignals.isSame(signal.durationNanos().getAsLong(), each);
    }

    /** Whether it starts where the ads before it end, which may be later than where it is signalled. */
    private boolean startsBehindAds(int index) {
        LiveBreak before = index > start ? breaks.get(index - 1) : null;
        return before != null
                && before.hasAds()
                && before.discontinuityBehind() == breaks.get(index).firstDiscontinuity();
    }

    private int find(SignalledBreak signal) {
        String id = LiveBreak.shortId(signal.id());
        long at = at(signal);
        int byTime = -1;
        for (int i = breaks.size() - 1; i >= start; i--) {
            LiveBreak each = breaks.get(i);
            boolean isSame = each.id().equals(id) || each.id().equals(LiveBreak.shortId(signal.id() + "@" + at));
            if (isSame && at <= each.startMicros() + Math.max(each.lengthMicros(), nearMicros)) {
                return i;
            }
            boolean isOtherName = snapshot.isDated() && Math.abs(each.startMicros() - at) <= targetMicros / 2;
            boolean isNearer = byTime < 0 || Math.abs(start(each) - at) < Math.abs(start(breaks.get(byTime)) - at);
            if (isNearer
                    && (isOtherName || hasNoName(signal) || each.isUnnamed())
                    && isMeant(each, at, signal.joinedAfterNanos().isPresent())) {
                byTime = i;
            }
        }
        return byTime;
    }

    /** The next break that a signal may be of; -1 if it is of a new one. */
    private int nextMeant(int found, SignalledBreak signal) {
        int next = found + 1;
        boolean isMeant = next < breaks.size() && hasNoName(signal) && isMeant(breaks.get(next), at(signal), false);
        return isMeant ? next : -1;
    }

    private long at(SignalledBreak signal) {
        return snapshot.at(0) + signal.startNanos() / 1_000;
    }

    /** Whether nothing that an encoder gave tells it from other breaks. */
    private static boolean hasNoName(SignalledBreak signal) {
        return signal.eventId().isEmpty() && signal.dateRangeId().isEmpty();
    }

    /** Where it is marked in this rendition, if it has begun here without dates: others may be laid apart. */
    private long start(LiveBreak each) {
        LiveBreak.Cut cut = each.cut(rendition);
        return snapshot.isDated() || cut == null
                ? each.startMicros()
                : each.startMicros() + cut.skewMicros() + cut.sinceMarkerMicros();
    }

    private boolean isMeant(LiveBreak each, long at, boolean hasBegunBefore) {
        if (!each.isSignalled()) {
            return false;
        }
        boolean isPlaced =
                each.cut(rendition) != null || renditions.keySet().stream().allMatch(rendition::equals);
        long near = isPlaced ? targetMicros : nearMicros;
        boolean isNear = Math.abs(start(each) - at) <= near;
        boolean isInside = hasBegunBefore
                && at >= each.startMicros()
                && at < each.startMicros() + Math.max(each.lengthMicros(), nearMicros);
        return isNear || isInside;
    }
}
