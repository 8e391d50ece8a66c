package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSink;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.text.Injection;
import dev.hemstitch.core.text.IsoDateTime;

/**
 * What a splice puts before the first of the segments that it adds: EXT-X-DISCONTINUITY, a date, cues. The segments
 * themselves stay as they are, so that they are copied as one.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Seam {
    /** Nothing. */
    public static final Seam NONE = new Seam(ByteSpan.EMPTY, 0);

    /** EXT-X-DISCONTINUITY alone. */
    public static final Seam DISCONTINUITY = discontinuity();

    /** What the seam of that name has. */
    static final String DISCONTINUITY_LINE = "#EXT-X-DISCONTINUITY\n";

    private static final ByteSpan DATE = ByteSpan.ofUtf8("#EXT-X-PROGRAM-DATE-TIME:");

    private final ByteSpan text;

    /** Where the lines start behind the discontinuity. */
    private final int linesStart;

    private Seam(ByteSpan text, int linesStart) {
        this.text = text;
        this.linesStart = linesStart;
    }

    private static Seam discontinuity() {
        ByteSpan text = ByteSpan.ofUtf8(DISCONTINUITY_LINE);
        return new Seam(text, text.end());
    }

    private Seam with(ByteSpan name, String rest) {
        ByteSink sink = new ByteSink(text.length() + name.length() + rest.length() + 1);
        return new Seam(sink.append(text).append(name).append(rest).append('\n').toSpan(), linesStart);
    }

    /**
     * This seam with a line behind those it has.
     *
     * @param line the line without its end: a comment, EXT-X-DATERANGE, EXT-X-PART, EXT-X-PRELOAD-HINT,
     *     EXT-X-RENDITION-REPORT, or a tag that the specification does not define, such as a cue
     * @return the seam
     * @throws IllegalArgumentException if it does not start with {@code #}, holds CR, LF or NUL, or is a tag that the
     *     segments, their keys or the playlist as a whole say themselves
     */
    public Seam with(String line) {
        Injection.requireHashLine(line);
        PlaylistLine parsed = PlaylistLine.of(ByteSpan.ofUtf8(line)).get(0);
        if (parsed.tag().isPresent() && !parsed.isIn(MediaSegmentBuilder.FREE)) {
            throw new IllegalArgumentException(
                    parsed.tag().get().tagName() + " cannot be put before segments that have their own");
        }
        return with(ByteSpan.EMPTY, line);
    }

    /**
     * This seam with a date behind the lines it has.
     *
     * @param date the date of the first sample, for a segment that has none of its own
     * @return the seam
     */
    public Seam withProgramDateTime(IsoDateTime date) {
        return with(DATE, date.toString());
    }

    boolean isDiscontinuity() {
        return linesStart > 0;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The discontinuity and all lines, each ended by LF. */
    ByteSpan text() {
        return text;
    }

    /** Writes its lines, without its discontinuity behind one that the segment has. */
    void write(ByteSink out, boolean behindDiscontinuity, String lineEnd) {
        int from = behindDiscontinuity ? linesStart : text.start();
        if (lineEnd.equals("\n")) {
            out.append(text, from, text.end());
        } else {
            out.append(text.text(from, text.end()).replace("\n", lineEnd));
        }
    }
}
