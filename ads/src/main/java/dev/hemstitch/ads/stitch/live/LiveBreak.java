package dev.hemstitch.ads.stitch.live;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for a break, for all renditions of a viewer. Times are microseconds: the start on the session's timeline,
 * all others from that start.
 *
 * @param id what identifies it, as short as {@link #shortId} makes it; {@link #RESTART} for a restart of the encoder
 * @param startMicros where its ads start
 * @param lengthMicros how long it is, as far as is known
 * @param ads the ids of its ads in order
 * @param hasSlate whether slate fills what they leave
 * @param isEnded whether its end was signalled, so that its length is final
 * @param isMeasured whether its length was signalled when it started
 * @param firstDiscontinuity the Discontinuity Sequence Number of its first ad, or of what follows a restart
 * @param units how many stretches between discontinuities some rendition has begun, or how many it has once it is over
 * @param endMicros where its ads end
 * @param resumeMicros where content goes on; {@link #OPEN} as long as that is not known
 * @param offsetBehind what is added to the content's own discontinuity numbers behind it, once it is over
 * @param cuts what each rendition made of it
 */
record LiveBreak(
        String id,
        long startMicros,
        long lengthMicros,
        List<String> ads,
        boolean hasSlate,
        boolean isEnded,
        boolean isMeasured,
        long firstDiscontinuity,
        int units,
        long endMicros,
        long resumeMicros,
        long offsetBehind,
        SortedMap<String, Cut> cuts) {
    static final long OPEN = -1;
    static final String RESTART = "";

    /** How the id begins that {@link dev.hemstitch.ads.cue.CueReader} gives to a break without a name or dates. */
    private static final String UNNAMED = "msn-";

    static final String PRE_ROLL = "preroll";
    static final String POST_ROLL = "postroll";

    /** Longer ids are stored as their beginning and a hash. */
    private static final int MOST_ID = 24;

    /**
     * What a rendition made of a break.
     *
     * @param start the origin's number of the first segment that is replaced, or that follows a restart
     * @param removed how many are replaced; {@link #OPEN} as long as that is not known
     * @param added how many segments of ads are published in their place; {@link #CONTENT} if its content plays on
     * @param skewMicros how much later than for the others the ads start, at the boundary that this rendition has
     * @param resumeMicros where its content goes on, from the break's start; as long as that is not known, how far its marker is from
     *     where its ads began, at zero or less
     */
    record Cut(long start, long removed, long added, long skewMicros, long resumeMicros) {
        /** Its marker may be anywhere. */
        static final long UNSEEN = -1;

        static final long CONTENT = -1;

        boolean isOpen() {
            return removed == OPEN;
        }

        boolean playsContent() {
            return added == CONTENT;
        }

        /** Whether its ads began where its marker was seen. */
        boolean beganAtMarker() {
            return sinceMarkerMicros() == 0;
        }

        /** Without dates, how far its marker is from where its ads began; zero or less. */
        long sinceMarkerMicros() {
            return isOpen() ? resumeMicros : 0;
        }

        /** The same of a break that starts so much later. */
        Cut countedFrom(long laterMicros) {
            return new Cut(
                    start,
                    removed,
                    added,
                    skewMicros - laterMicros,
                    isOpen() || resumeMicros == 0 ? resumeMicros : resumeMicros - laterMicros);
        }

        /** How much higher output numbers are behind it than before. */
        long shift() {
            return isOpen() || playsContent() ? 0 : added - removed;
        }
    }

    static LiveBreak untouched(String id, long startMicros, long lengthMicros) {
        return new LiveBreak(
                id, startMicros, lengthMicros, List.of(), false, false, false, 0, 0, 0, 0, 0, new TreeMap<>());
    }

    /** An id that a state can hold for each break of a window. */
    static String shortId(String id) {
        return id.length() <= MOST_ID && !id.isEmpty()
                ? id
                : id.substring(0, Math.min(id.length(), MOST_ID - 7)) + "~" + Integer.toString(id.hashCode() >>> 1, 36);
    }

    /** Whether nobody named it: it has another number in each rendition. */
    boolean isUnnamed() {
        return id.startsWith(UNNAMED);
    }

    boolean isRestart() {
        return id.equals(RESTART);
    }

    /** Whether anything plays in it that is not the content. */
    boolean hasAds() {
        return !ads.isEmpty() || hasSlate;
    }

    boolean isOver() {
        return resumeMicros != OPEN;
    }

    /** Whether other renditions have gone on behind it. */
    boolean isOverInOthers(String butFor) {
        return cuts.entrySet().stream()
                .anyMatch(cut -> !cut.getKey().equals(butFor) && !cut.getValue().isOpen());
    }

    /** Where it is marked in renditions without dates, where its ads may have begun later. */
    long markedMicros() {
        long since = 0;
        for (Cut cut : cuts.values()) {
            since = Math.min(since, cut.skewMicros() + cut.sinceMarkerMicros());
        }
        return startMicros + since;
    }

    /** Whether it was signalled: not a restart, nor what plays before or behind all. */
    boolean isSignalled() {
        return !isRestart() && !id.equals(PRE_ROLL) && !id.equals(POST_ROLL);
    }

    /** Whether it was signalled to start behind a time; a pre-roll begins anywhere. */
    boolean isSignalledBehind(long micros) {
        return startMicros > micros && !id.equals(PRE_ROLL);
    }

    /** Where its ads end, in the rendition that began them latest, or one that began them where it starts. */
    long adsEndMicros() {
        long latest = 0;
        for (Cut cut : cuts.values()) {
            latest = Math.max(latest, cut.skewMicros());
        }
        return startMicros + latest + endMicros;
    }

    /** Whether it begins where another one ends, with no content between. */
    boolean follows(LiveBreak other) {
        return firstDiscontinuity == other.discontinuityBehind();
    }

    @Nullable
    Cut cut(String rendition) {
        return cuts.get(rendition);
    }

    LiveBreak withCut(String rendition, Cut cut) {
        if (Objects.equals(cuts.get(rendition), cut)) {
            return this;
        }
        SortedMap<String, Cut> changed = new TreeMap<>(cuts);
        changed.put(rendition, cut);
        return with(units, endMicros, changed);
    }

    /** The same once it is known that a rendition is later than was thought. */
    LiveBreak movedIn(String rendition, long byMicros) {
        Cut cut = cuts.get(rendition);
        return cut == null
                ? this
                : withCut(
                        rendition,
                        new Cut(
                                cut.start(),
                                cut.removed(),
                                cut.added(),
                                cut.skewMicros() + byMicros,
                                cut.isOpen() ? cut.resumeMicros() : cut.resumeMicros() + byMicros));
    }

    /** The same, counted from a later start; in each rendition it is where it was. */
    LiveBreak startingLater(long micros) {
        SortedMap<String, Cut> moved = new TreeMap<>(cuts);
        moved.replaceAll((name, cut) -> cut.countedFrom(micros));
        return later(micros).with(units, endMicros, moved);
    }

    LiveBreak with(int newUnits, long newEnd, SortedMap<String, Cut> newCuts) {
        return new LiveBreak(
                id,
                startMicros,
                lengthMicros,
                ads,
                hasSlate,
                isEnded,
                isMeasured,
                firstDiscontinuity,
                newUnits,
                newEnd,
                resumeMicros,
                offsetBehind,
                newCuts);
    }

    LiveBreak measured(boolean signalled) {
        return new LiveBreak(
                id,
                startMicros,
                lengthMicros,
                ads,
                hasSlate,
                isEnded,
                signalled,
                firstDiscontinuity,
                units,
                endMicros,
                resumeMicros,
                offsetBehind,
                cuts);
    }

    LiveBreak numbered(long discontinuity) {
        return new LiveBreak(
                id,
                startMicros,
                lengthMicros,
                ads,
                hasSlate,
                isEnded,
                isMeasured,
                discontinuity,
                units,
                endMicros,
                resumeMicros,
                offsetBehind,
                cuts);
    }

    /** The same on a timeline that starts earlier. */
    LiveBreak later(long micros) {
        return new LiveBreak(
                id,
                startMicros + micros,
                lengthMicros,
                ads,
                hasSlate,
                isEnded,
                isMeasured,
                firstDiscontinuity,
                units,
                endMicros,
                resumeMicros,
                offsetBehind,
                cuts);
    }

    LiveBreak withUnits(int newUnits) {
        return newUnits == units ? this : with(newUnits, endMicros, cuts);
    }

    LiveBreak planned(long newLength, boolean ended, List<String> newAds, long newEnd) {
        return new LiveBreak(
                id,
                startMicros,
                newLength,
                newAds,
                hasSlate,
                ended,
                isMeasured,
                firstDiscontinuity,
                units,
                newEnd,
                resumeMicros,
                offsetBehind,
                cuts);
    }

    /** The same once content goes on that has a discontinuity number of the origin. */
    LiveBreak overBefore(long originDiscontinuity, int newUnits, long newResume) {
        return over(newUnits, newResume, firstDiscontinuity + newUnits - originDiscontinuity);
    }

    LiveBreak over(int newUnits, long newResume, long newOffset) {
        return new LiveBreak(
                id,
                startMicros,
                lengthMicros,
                ads,
                hasSlate,
                isEnded,
                isMeasured,
                firstDiscontinuity,
                newUnits,
                endMicros,
                newResume,
                newOffset,
                cuts);
    }

    /** The number of what follows it. */
    long discontinuityBehind() {
        return firstDiscontinuity + units;
    }
}
