package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes one state of two of the same viewer. Each thing in it is the greatest of the two by an order in which no two are equal, so
 * that it does not matter which state is merged into which, nor in which order several are. Before that both are laid on one
 * timeline, and what one has forgotten the other forgets.
 */
final class LiveMerge {
    /** So far apart renditions may see the same break, in target durations: with dates, and without. */
    private static final long NEAR_DATED = 1;

    private static final long NEAR_UNDATED = 5;

    private static final Comparator<RenditionState> FURTHEST = Comparator.comparingLong(RenditionState::restarts)
            .thenComparing(RenditionState::last, Long::compareUnsigned)
            .thenComparing(RenditionState::edgeMicros)
            .thenComparing(RenditionState::first, Long::compareUnsigned)
            .thenComparing(RenditionState::edge, Long::compareUnsigned)
            .thenComparing(RenditionState::firstIn, Long::compareUnsigned)
            .thenComparing(RenditionState::edgeHash)
            .thenComparing(RenditionState::firstHash)
            .thenComparing(RenditionState::edgeDiscontinuity)
            .thenComparing(RenditionState::correction)
            .thenComparing(RenditionState::offset)
            .thenComparing(RenditionState::driftMicros)
            .thenComparing(RenditionState::stalledMicros)
            .thenComparing(RenditionState::partMicros)
            .thenComparing(RenditionState::isUnmarked)
            .thenComparing(state -> state.alignment().with())
            .thenComparing(state -> state.alignment().ahead())
            .thenComparing(state -> state.change().number())
            .thenComparing(state -> state.change().durations())
            .thenComparing(RenditionState::gridMicros)
            .thenComparing(RenditionState::sinceDiscontinuityMicros);

    /** What is over is final; else what has begun must stay; then whoever saw the end knows more. */
    private static final Comparator<LiveBreak> DECISION = Comparator.comparing(LiveBreak::hasAds)
            .thenComparing(LiveBreak::isOver)
            .thenComparing(LiveBreak::units)
            .thenComparing(LiveBreak::isEnded)
            .thenComparing(LiveBreak::isMeasured)
            .thenComparing(LiveBreak::startMicros, Comparator.reverseOrder())
            .thenComparing(LiveBreak::endMicros)
            .thenComparing(LiveBreak::lengthMicros)
            .thenComparing(LiveBreak::resumeMicros)
            .thenComparing(LiveBreak::offsetBehind)
            .thenComparing(LiveBreak::firstDiscontinuity)
            .thenComparing(LiveBreak::hasSlate)
            .thenComparing(each -> String.join("\n", each.ads()))
            .thenComparing(LiveBreak::id);

    private static final Comparator<Cut> CUT = Comparator.comparing((Cut cut) -> !cut.isOpen())
            .thenComparing(Cut::added)
            .thenComparing(Cut::removed)
            .thenComparing(Cut::start)
            .thenComparing(Cut::skewMicros)
            .thenComparing(Cut::resumeMicros);

    private final LiveState left;
    private final LiveState right;

    private LiveMerge(LiveState left, LiveState right) {
        this.left = left;
        this.right = right;
    }

    static LiveState of(LiveState one, LiveState other) {
        if (one.equals(other) || isNew(other)) {
            return one;
        }
        if (isNew(one)) {
            return other;
        }
        long passed = Math.max(one.passed(), other.passed());
        long move = moved(one, other);
        return new LiveMerge(
                        forgetting(laidAt(one, Math.max(0, move)), passed),
                        forgetting(laidAt(other, Math.max(0, -move)), passed))
                .merged(one.passed(), other.passed());
    }

    private static boolean isNew(LiveState state) {
        return state.renditions().isEmpty() && state.breaks().isEmpty();
    }

    private LiveState merged(long leftPassed, long rightPassed) {
        SortedMap<String, RenditionState> renditions = new TreeMap<>(left.renditions());
        right.renditions()
                .forEach((name, state) -> renditions.merge(name, state, (a, b) -> FURTHEST.compare(a, b) >= 0 ? a : b));
        long offset = leftPassed == rightPassed
                ? Math.max(left.session().discontinuityOffset(), right.session().discontinuityOffset())
                : (leftPassed > rightPassed ? left : right).session().discontinuityOffset();
        return new LiveState(
                left.session().merge(right.session(), offset),
                breaks(renditions.keySet()),
                renditions,
                Math.max(leftPassed, rightPassed));
    }

    // --- one timeline

    /** How much later the one must be laid so that it agrees with the other; the other earlier if it is negative. */
    private static long moved(LiveState one, LiveState other) {
        long own = zero(one);
        long others = zero(other);
        boolean haveDates = one.session().zeroMicros() != LiveState.NO_DATE
                && other.session().zeroMicros() != LiveState.NO_DATE;
        if (haveDates) {
            return own - others;
        }
        boolean isSame = one.session().zeroMicros() != other.session().zeroMicros()
                || !Collections.disjoint(
                        one.renditions().keySet(), other.renditions().keySet());
        if (isSame) {
            return 0;
        }
        return own != 0 && others != 0 ? own - others : edge(other) - edge(one);
    }

    /** When a state's timeline starts, at least by how late it was asked for. */
    private static long zero(LiveState state) {
        return state.session().zeroMicros() != LiveState.NO_DATE
                ? state.session().zeroMicros()
                : state.session().clockMicros();
    }

    private static long edge(LiveState state) {
        return state.renditions().values().stream()
                .mapToLong(RenditionState::edgeMicros)
                .max()
                .orElse(0);
    }

    static LiveState laidAt(LiveState state, long later) {
        if (later == 0) {
            return state;
        }
        SortedMap<String, RenditionState> renditions = new TreeMap<>();
        state.renditions().forEach((name, each) -> renditions.put(name, each.later(later)));
        List<LiveBreak> breaks =
                state.breaks().stream().map(each -> each.later(later)).toList();
        return new LiveState(state.session().later(later), breaks, renditions, state.passed());
    }

    /** Forgets the first breaks, as the other state has; what they leave is a difference of numbers. */
    private static LiveState forgetting(LiveState state, long passed) {
        int count = (int) Math.min(passed - state.passed(), state.breaks().size());
        if (count == 0) {
            return state;
        }
        SortedMap<String, RenditionState> renditions = new TreeMap<>(state.renditions());
        state.breaks()
                .subList(0, count)
                .forEach(each -> each.cuts()
                        .forEach((name, cut) -> renditions.computeIfPresent(
                                name, (same, found) -> found.withOffset(found.offset() + cut.shift()))));
        return new LiveState(
                state.session(), state.breaks().subList(count, state.breaks().size()), renditions, passed);
    }

    // --- breaks

    private List<LiveBreak> breaks(Set<String> names) {
        Map<String, LiveBreak> here = byKey(left);
        Map<String, LiveBreak> there = byKey(right);
        Set<String> keys = new TreeSet<>(here.keySet());
        keys.addAll(there.keySet());
        Map<LiveBreak, Long> levels = new LinkedHashMap<>();
        for (String key : keys) {
            LiveBreak own = here.get(key);
            LiveBreak other = there.get(key);
            if (own == null || other == null) {
                LiveBreak only = own == null ? other : own;
                boolean isPart =
                        only != null && (own == null ? isPartOf(only, there, here) : isPartOf(only, here, there));
                if (only != null && !isPart) {
                    levels.put(only.with(only.units(), only.endMicros(), cuts(own, other, only, names)), level(only));
                }
            } else {
                LiveBreak decided = DECISION.compare(own, other) >= 0 ? own : other;
                levels.put(
                        decided.with(decided.units(), decided.endMicros(), cuts(own, other, decided, names)),
                        Math.max(level(own), level(other)));
            }
        }
        List<LiveBreak> ordered = new ArrayList<>(levels.keySet());
        ordered.sort(Comparator.comparing((LiveBreak each) -> levels.getOrDefault(each, 0L))
                .thenComparing(each -> !isCounted(each))
                .thenComparing(LiveBreak::startMicros)
                .thenComparing(LiveBreak::id));
        return ordered;
    }

    private static boolean isCounted(LiveBreak each) {
        return each.hasAds() || each.isRestart();
    }

    /** What a break is the same by in both: its name, or else its first discontinuity number, which is equal in all renditions. */
    private static Map<String, LiveBreak> byKey(LiveState state) {
        Map<String, LiveBreak> byKey = new LinkedHashMap<>();
        for (LiveBreak each : state.breaks()) {
            boolean byNumber = each.isRestart() || (each.isUnnamed() && each.hasAds());
            String key = byNumber
                    ? (each.isRestart() ? "restart " : "number ") + each.firstDiscontinuity()
                    : "id " + each.id();
            byKey.putIfAbsent(key, each);
        }
        return byKey;
    }

    /** Whether a break without a name or ads is one that the other state has ads for. */
    private boolean isPartOf(LiveBreak only, Map<String, LiveBreak> own, Map<String, LiveBreak> others) {
        LiveState.Session session = left.session().merge(right.session(), 0);
        long targets = session.zeroMicros() == LiveState.NO_DATE ? NEAR_UNDATED : NEAR_DATED;
        long near = targets * session.targetDuration() * 1_000_000;
        return only.isUnnamed()
                && !only.hasAds()
                && others.entrySet().stream()
                        .filter(each -> !own.containsKey(each.getKey()))
                        .map(Map.Entry::getValue)
                        .anyMatch(each -> each.isUnnamed()
                                && each.hasAds()
                                && Math.abs(each.startMicros() - only.startMicros()) <= near);
    }

    /** The highest number that was given when a break was found: what has one of its own comes before what has none. */
    private long level(LiveBreak found) {
        return Math.max(level(left, found), level(right, found));
    }

    private static long level(LiveState state, LiveBreak found) {
        long level = Long.MIN_VALUE;
        for (LiveBreak each : state.breaks()) {
            level = isCounted(each) ? each.firstDiscontinuity() : level;
            if (each.equals(found)) {
                return level;
            }
        }
        return Long.MIN_VALUE;
    }

    /** What each rendition made of a break, as the state has it in which the rendition has come furthest. */
    private SortedMap<String, Cut> cuts(
            @Nullable LiveBreak own, @Nullable LiveBreak other, LiveBreak decided, Set<String> names) {
        SortedMap<String, Cut> cuts = new TreeMap<>();
        for (String name : names) {
            RenditionState here = left.rendition(name);
            RenditionState there = right.rendition(name);
            int further = here == null ? -1 : there == null ? 1 : FURTHEST.compare(here, there);
            Cut one = further < 0 ? null : cut(own, name, decided);
            Cut two = further > 0 ? null : cut(other, name, decided);
            Cut cut = one == null || (two != null && CUT.compare(one, two) < 0) ? two : one;
            if (cut != null) {
                cuts.put(name, cut);
            }
        }
        return cuts;
    }

    private static @Nullable Cut cut(@Nullable LiveBreak each, String name, LiveBreak decided) {
        Cut cut = each == null ? null : each.cut(name);
        return cut == null || each == null ? null : cut.countedFrom(decided.startMicros() - each.startMicros());
    }
}
