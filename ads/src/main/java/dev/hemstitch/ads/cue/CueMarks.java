package dev.hemstitch.ads.cue;

import dev.hemstitch.ads.cue.CueMark.Kind;
import dev.hemstitch.ads.scte35.Scte35Exception;
import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.Variables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the marks of a playlist: each tag read by its dialect, all sorted by where they apply. */
final class CueMarks {
    private static final String CUE_OUT = "EXT-X-CUE-OUT";
    private static final String CUE_OUT_CONT = "EXT-X-CUE-OUT-CONT";
    private static final String CUE_IN = "EXT-X-CUE-IN";
    private static final String OATCLS = "EXT-OATCLS-SCTE35";
    private static final String SCTE35 = "EXT-X-SCTE35";
    private static final String SCTE35_BARE = "EXT-SCTE35";
    private static final String SPLICEPOINT = "EXT-X-SPLICEPOINT-SCTE35";
    private static final String ADOBE_CUE = "EXT-X-CUE";
    private static final String ADOBE_CUE_CONT = "EXT-X-CUE-CONT";
    private static final String ASSET = "EXT-X-ASSET";
    private static final String PLACEMENT_OPPORTUNITY = "EXT-X-PLACEMENT-OPPORTUNITY";

    private static final String[] DURATION = {"DURATION", "AVAIL-DUR"};
    private static final String[] ELAPSED = {"ELAPSEDTIME", "ELAPSED", "AVAIL-DUR-ELAPSED"};
    private static final String[] SECTION = {"SCTE35", "CUE"};
    private static final String[] ID = {"BREAKID", "ID"};

    /** All names of tags that are read here but EXT-X-DATERANGE. */
    static final List<String> TAG_NAMES = List.of(
            CUE_OUT,
            CUE_OUT_CONT,
            CUE_IN,
            OATCLS,
            SCTE35,
            SCTE35_BARE,
            SPLICEPOINT,
            ADOBE_CUE,
            ADOBE_CUE_CONT,
            ASSET,
            PLACEMENT_OPPORTUNITY);

    private final PlaylistTimeline timeline;
    private final Problems problems;
    private final DateRangeCues dateRanges;
    private final int most;
    private final Variables variables;
    private final List<CueMark> marks = new ArrayList<>();
    private int tags;

    CueMarks(PlaylistTimeline timeline, CuePosition position, int most, Variables variables, Problems problems) {
        this.timeline = timeline;
        this.problems = problems;
        this.dateRanges = new DateRangeCues(timeline, position, this);
        this.most = most;
        this.variables = variables;
    }

    /** All marks, by the boundary where they apply, then in the order of the text. */
    List<CueMark> of(MediaPlaylist playlist, List<MediaSegment> annotated) {
        lines(-1, 0, playlist.header());
        for (MediaSegment segment : annotated) {
            int index = timeline.indexOf(segment.mediaSequence());
            lines(index, index, segment.lines());
        }
        lines(timeline.count(), timeline.count(), playlist.trailer());
        marks.addAll(dateRanges.marks());
        marks.sort(Comparator.comparingInt((CueMark mark) -> mark.place().boundary())
                .thenComparingInt(mark -> mark.place().owner())
                .thenComparingInt(mark -> mark.place().line()));
        return marks;
    }

    private void lines(int owner, int boundary, List<PlaylistLine> lines) {
        int index = 0;
        for (PlaylistLine line : lines) {
            boolean range = line.is(HlsTag.DATERANGE);
            if (range || line.kind() == PlaylistLine.Kind.UNKNOWN_TAG) {
                CuePlace place = new CuePlace(boundary, timeline.nanos(boundary), owner, index);
                String name = range ? "" : name(line.text());
                boolean isCue = range ? DateRangeCues.mayBeCue(line) : TAG_NAMES.contains(name);
                if (isCue && ++tags <= most) {
                    if (range) {
                        dateRanges.add(line, place);
                    } else {
                        tag(name, resolved(line.value()), place);
                    }
                } else if (isCue && tags == most + 1) {
                    problems.note(CueProblemCode.TOO_MANY_CUES, place, "more than " + most + " cue tags");
                }
            }
            index++;
        }
    }

    /** A value with the values of its variables. */
    String resolved(String value) {
        return variables.substitute(value);
    }

    /** What stands between {@code #} and colon or white space. */
    private static String name(String text) {
        int end = 1;
        while (end < text.length() && text.charAt(end) != ':' && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(1, end);
    }

    private void tag(String name, String value, CuePlace place) {
        switch (name) {
            case CUE_OUT -> words(Kind.OUT, CueDialect.CUE_OUT, value, place);
            case CUE_OUT_CONT -> words(Kind.CONTINUED, CueDialect.CUE_OUT, value, place);
            case CUE_IN -> words(Kind.IN, CueDialect.CUE_OUT, value, place);
            case OATCLS -> section(CueDialect.OATCLS, value, place);
            case SPLICEPOINT -> section(CueDialect.SPLICEPOINT, value, place);
            case SCTE35_BARE -> section(CueDialect.SCTE35_BARE, new CueAttributes(value).text(SECTION), place);
            case SCTE35 -> scte35(new CueAttributes(value), place);
            case ADOBE_CUE -> adobe(new CueAttributes(value), place);
            case ADOBE_CUE_CONT -> words(Kind.CONTINUED, CueDialect.ADOBE_CUE, value, place);
            case ASSET ->
                marks.add(CueMark.of(Kind.ASSET, CueDialect.ASSET, place).withAsset(AssetVariables.read(value)));
            default -> marks.add(CueMark.of(Kind.POINT, CueDialect.PLACEMENT_OPPORTUNITY, place));
        }
    }

    private void words(Kind kind, CueDialect dialect, String value, CuePlace place) {
        CueAttributes attributes = new CueAttributes(value);
        CueMark mark = withAttributes(CueMark.of(kind, dialect, place), attributes);
        String leading = attributes.leading();
        int slash = leading.indexOf('/');
        if (slash >= 0) {
            mark = mark.withTimes(time(leading.substring(slash + 1), place), time(leading.substring(0, slash), place));
        } else if (!leading.isEmpty()) {
            OptionalLong time = time(leading, place);
            mark = kind == Kind.CONTINUED
                    ? mark.withTimes(mark.durationNanos(), time)
                    : mark.withTimes(time, mark.elapsedNanos());
        }
        marks.add(
                attributes.find("CAID").isPresent() && kind == Kind.CONTINUED
                        ? mark.withAsset(AssetVariables.read("CAID=" + attributes.text("CAID")))
                        : mark);
    }

    private CueMark withAttributes(CueMark mark, CueAttributes attributes) {
        CuePlace place = mark.place();
        return mark.withTimes(time(attributes.text(DURATION), place), time(attributes.text(ELAPSED), place))
                .withTextId(attributes.text(ID))
                .withSplice(facts(attributes.text(SECTION), place));
    }

    /** A tag that is nothing but a section: what it says is what the tag says. */
    private void section(CueDialect dialect, String text, CuePlace place) {
        SpliceFacts facts = facts(text, place);
        bySection(CueMark.of(Kind.OUT, dialect, place).withSplice(facts), place);
    }

    private void bySection(CueMark out, CuePlace place) {
        SpliceFacts facts = out.splice();
        if (facts.isIn()) {
            marks.add(CueMark.of(Kind.IN, out.dialect(), place)
                    .withTextId(out.textId())
                    .withSplice(facts));
        }
        if (facts.isOut()) {
            marks.add(out);
        }
        if (facts.section().isEmpty()) {
            // Beside words that say what it is about, it is one more dialect that says so.
            marks.add(CueMark.of(Kind.ASSET, out.dialect(), place));
        }
    }

    private void scte35(CueAttributes attributes, CuePlace place) {
        CueMark mark = withAttributes(CueMark.of(Kind.OUT, CueDialect.SCTE35, place), attributes);
        int type = attributes.number("TYPE");
        int outRank = SpliceFacts.rankOfStart(type);
        int inRank = SpliceFacts.rankOfStart(type - 1);
        if (mark.splice().section().isEmpty() && outRank + inRank > 0) {
            mark = mark.withSplice(mark.splice().ranked(outRank, inRank));
        }
        boolean out = attributes.says("CUE-OUT", "YES");
        boolean in = attributes.says("CUE-IN", "YES");
        if (attributes.says("CUE-OUT", "CONT")) {
            marks.add(as(Kind.CONTINUED, mark));
        } else if (out || in) {
            add(in, out, mark);
        } else if (outRank + inRank > 0) {
            add(inRank > 0, outRank > 0, mark);
        } else {
            bySection(mark, place);
        }
    }

    private void add(boolean in, boolean out, CueMark mark) {
        if (in) {
            marks.add(as(Kind.IN, mark));
        }
        if (out) {
            boolean goesOn = mark.elapsedNanos().orElse(0) > 0;
            marks.add(goesOn ? as(Kind.CONTINUED, mark) : mark);
        }
    }

    private static CueMark as(Kind kind, CueMark mark) {
        return CueMark.of(kind, mark.dialect(), mark.place())
                .withTimes(mark.durationNanos(), mark.elapsedNanos())
                .withTextId(mark.textId())
                .withSplice(mark.splice());
    }

    private void adobe(CueAttributes attributes, CuePlace place) {
        CueMark mark = withAttributes(CueMark.of(Kind.OUT, CueDialect.ADOBE_CUE, place), attributes);
        if (attributes.says("TYPE", "SpliceIn")) {
            add(true, false, mark);
        } else if (attributes.says("TYPE", "SpliceOut") || attributes.says("TYPE", "SpliceInsert")) {
            add(false, true, mark);
        } else {
            problems.note(CueProblemCode.MEANINGLESS_CUE, place, "EXT-X-CUE has no TYPE that starts or ends a break");
        }
    }

    OptionalLong time(String seconds, CuePlace place) {
        if (seconds.isEmpty()) {
            return OptionalLong.empty();
        }
        long nanos = CueAttributes.nanos(seconds);
        if (nanos < 0) {
            problems.note(
                    CueProblemCode.MALFORMED_NUMBER, place, Diagnostic.echo(seconds) + " is no number of seconds");
            return OptionalLong.empty();
        }
        return OptionalLong.of(nanos);
    }

    /** What a section says; nothing if there is none or it cannot be read. */
    SpliceFacts facts(String text, CuePlace place) {
        return text.isEmpty() ? SpliceFacts.NOTHING : read(text, place).orElse(SpliceFacts.NOTHING);
    }

    private Optional<SpliceFacts> read(String text, CuePlace place) {
        try {
            return Optional.of(SpliceFacts.read(text));
        } catch (Scte35Exception e) {
            problems.note(
                    CueProblemCode.UNREADABLE_SCTE35,
                    place,
                    Diagnostic.echo(text) + " is no splice_info_section that can be read: " + e.getMessage());
            return Optional.empty();
        }
    }
}
