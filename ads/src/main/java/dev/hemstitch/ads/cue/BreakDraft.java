package dev.hemstitch.ads.cue;

import dev.hemstitch.ads.scte35.SpliceInfoSection;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A break while marks are put together. */
final class BreakDraft {
    /** No time: behind all others. */
    static final long NEVER = Long.MAX_VALUE;

    /** The dialects that tell of it, each with where its first mark stands. */
    final Map<CueDialect, Long> dialects = new EnumMap<>(CueDialect.class);

    final Set<CueDialect> endedBy = EnumSet.noneOf(CueDialect.class);
    final Set<Long> events = new LinkedHashSet<>();
    final Set<SpliceInfoSection> sections = new LinkedHashSet<>();
    final Map<String, String> asset = new LinkedHashMap<>();

    /** Where the mark stands that it was made from; of one known before where it starts. */
    CuePlace place;

    long start;
    int boundary;
    long end = NEVER;
    int endBoundary;
    long cut = NEVER;
    int rank;
    int lastOut;
    String dateRangeId = "";
    String textId = "";
    String knownId = "";

    /** When it starts, as far as that is known from before. */
    @Nullable
    OffsetDateTime startDate;

    boolean isPoint;

    /** Whether its start is not in the playlist and had to be reckoned, or is not known at all. */
    boolean joined;

    /** Whether a mark that starts it has been seen. */
    boolean started;

    /** Whether only a section tells of it so far, which may stand a segment away. */
    boolean sectionOnly;

    private OptionalLong said = OptionalLong.empty();
    private OptionalLong planned = OptionalLong.empty();

    BreakDraft(CuePlace place) {
        this.place = place;
        this.start = place.nanos();
        this.boundary = place.boundary();
        this.lastOut = place.boundary();
    }

    boolean hasEnd() {
        return end != NEVER;
    }

    boolean isSameTime(long nanos) {
        return Math.abs(start - nanos) <= PlaylistTimeline.SAME_NANOS;
    }

    /** Its duration: by the words that start it, else by its section, else by the words that continue it. */
    OptionalLong duration() {
        return said.isPresent() ? said : planned;
    }

    /** Takes a duration; the shortest counts, as the earliest end does. */
    void say(OptionalLong duration) {
        boolean shorter = duration.isPresent()
                && (said.isEmpty()
                        || said.getAsLong() == 0
                        || (duration.getAsLong() > 0 && duration.getAsLong() < said.getAsLong()));
        said = shorter ? duration : said;
    }

    /** Takes a duration that counts only if no better one is known. */
    void plan(OptionalLong duration) {
        planned = planned.isPresent() ? planned : duration;
    }

    void forgetDuration() {
        said = OptionalLong.empty();
        planned = OptionalLong.empty();
    }

    /** Where it is over as far as is known; a duration of 0 says nothing until all is read. */
    long until(OptionalLong longest) {
        OptionalLong length = duration().orElse(0) > 0 ? duration() : longest;
        long byDuration = length.isPresent() ? saturatedSum(start, length.getAsLong()) : NEVER;
        return Math.min(Math.min(end, cut), byDuration);
    }

    static long saturatedSum(long a, long b) {
        return b > 0 && a > NEVER - b ? NEVER : a + b;
    }

    /** Adds what a mark says of it but times. */
    void describe(CueMark mark) {
        CuePlace stands = mark.place();
        dialects.merge(mark.dialect(), ((long) stands.owner() << 32) + stands.line(), Math::min);
        mark.splice().section().ifPresent(sections::add);
        if (mark.kind() == CueMark.Kind.OUT || mark.kind() == CueMark.Kind.CONTINUED) {
            events.addAll(mark.splice().startingEvents());
        }
        dateRangeId = dateRangeId.isEmpty() ? mark.dateRangeId() : dateRangeId;
        textId = textId.isEmpty() ? mark.textId() : textId;
        mark.asset().forEach(asset::putIfAbsent);
    }

    /** Whether it is about one of some events. */
    boolean isAbout(Set<Long> others) {
        for (Long event : others) {
            if (events.contains(event)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mark names it: it is said to go on though it was to be over. */
    boolean isCalledBy(CueMark mark) {
        boolean text = !mark.textId().isEmpty() && mark.textId().equals(textId) && dialects.containsKey(mark.dialect());
        return text || isAbout(mark.splice().startingEvents());
    }

    /** Whether a mark that starts a break cannot be about this one. */
    boolean isOther(CueMark mark) {
        Set<Long> its = mark.splice().startingEvents();
        boolean otherEvent = !its.isEmpty() && !events.isEmpty() && !isAbout(its);
        boolean otherRange = !mark.dateRangeId().isEmpty()
                && !dateRangeId.isEmpty()
                && !mark.dateRangeId().equals(dateRangeId);
        boolean otherText = !mark.textId().isEmpty()
                && !textId.isEmpty()
                && dialects.containsKey(mark.dialect())
                && !mark.textId().equals(textId);
        return otherEvent || otherRange || otherText || isPoint != (mark.kind() == CueMark.Kind.POINT);
    }

    /** Whether an end may be one that has been said, in another dialect and perhaps a little later. */
    boolean mayEndAgain(CueMark mark) {
        long byDuration = saturatedSum(start, duration().orElse(0));
        boolean near = mark.place().boundary() - endBoundary <= 1 || mark.nanos() <= byDuration;
        return near && !endedBy.contains(mark.dialect());
    }

    /** Whether a mark starts a lesser stretch than this one: an ad inside a break. */
    boolean isAbove(int otherRank) {
        return otherRank > 0 && rank > otherRank;
    }

    /** The dialects in order of appearance. */
    List<CueDialect> dialectList() {
        return dialects.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Takes the dialects of a break known from before: they appeared earlier than any other. */
    void knowDialects(List<CueDialect> known) {
        long order = Long.MIN_VALUE;
        for (CueDialect dialect : known) {
            dialects.put(dialect, order++);
        }
    }
}
