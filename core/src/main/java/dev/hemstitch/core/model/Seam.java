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
    public static final Seam NONE = new Seam("", "");

    /** EXT-X-DISCONTINUITY alone. */
    public static final Seam DISCONTINUITY = new Seam("#EXT-X-DISCONTINUITY\n", "");

    private final String tag;
    private final String lines;
    private final ByteSpan text;

    private Seam(String tag, String lines) {
        this.tag = tag;
        this.lines = lines;
        this.text = ByteSpan.ofUtf8(tag + lines);
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
        return new Seam(tag, lines + line + "\n");
    }

    /**
     * This seam with a date behind the lines it has.
     *
     * @param date the date of the first sample, for a segment that has none of its own
     * @return the seam
     */
    public Seam withProgramDateTime(IsoDateTime date) {
        return new Seam(tag, lines + "#EXT-X-PROGRAM-DATE-TIME:" + date + "\n");
    }

    boolean isDiscontinuity() {
        return !tag.isEmpty();
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
        if (!lineEnd.equals("\n")) {
            out.append(((behindDiscontinuity ? "" : tag) + lines).replace("\n", lineEnd));
        } else if (behindDiscontinuity) {
            out.append(lines);
        } else {
            out.append(text);
        }
    }
}
