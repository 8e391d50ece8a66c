package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.bytes.AsciiDecimals;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the tags that apply to a Media Playlist as a whole say, collected while its lines go by. Of a tag that stands
 * twice the first one counts.
 */
final class HeaderValues {
    /** The tags that apply to a Media Playlist as a whole. */
    static final long TAGS = tags();

    private static final long REPEATABLE = HlsTag.DEFINE.bit();

    private long seen;
    /** Those of the tags seen whose number can be read. */
    private long readable;

    private long version;
    private long targetDuration;
    private long mediaSequence;
    private long discontinuitySequence;
    private long skippedSegments;
    private @Nullable PlaylistType playlistType;

    /** Reads the playlist tags, but for some of them, among lines that need no more diagnostics. */
    void readAgain(ByteSpan lines, long except) {
        ReadingProblems ignored = ReadingLimits.NONE.problems(lines);
        LineScanner line = new LineScanner(lines, HlsTag.TABLE);
        while (line.next()) {
            if (line.tag() >= 0 && (HlsTag.at(line.tag()).bit() & TAGS & ~except) != 0) {
                tag(HlsTag.at(line.tag()), line, lines, ignored);
            }
        }
    }

    private static long tags() {
        long tags = HlsTag.SKIP.bit();
        for (HlsTag tag : HlsTag.values()) {
            boolean whole = switch (tag.scope()) {
                case BASIC, SHARED, MEDIA_PLAYLIST -> true;
                default -> false;
            };
            tags |= whole ? tag.bit() : 0;
        }
        return tags;
    }

    void tag(HlsTag tag, LineScanner line, ByteSpan text, ReadingProblems problems) {
        if ((seen & tag.bit()) != 0 && (tag.bit() & REPEATABLE) == 0) {
            problems.report(
                    DiagnosticCode.DUPLICATE_TAG,
                    line,
                    line.start(),
                    tag.tagName() + " stands twice; the first counts");
            return;
        }
        seen |= tag.bit();
        switch (tag) {
            case VERSION -> version = integer(line, tag, text, problems);
            case TARGETDURATION -> targetDuration = seconds(line, tag, text, problems);
            case MEDIA_SEQUENCE -> mediaSequence = integer(line, tag, text, problems);
            case DISCONTINUITY_SEQUENCE -> discontinuitySequence = integer(line, tag, text, problems);
            case PLAYLIST_TYPE -> playlistType = type(line, text, problems);
            case SKIP -> skippedSegments = skipped(line, text, problems);
            case START, DEFINE, PART_INF, SERVER_CONTROL -> problems.check(tag, line);
            default -> {}
        }
    }

    private long integer(LineScanner line, HlsTag tag, ByteSpan text, ReadingProblems problems) {
        if (AsciiDecimals.isUnsigned(text, line.valueStart(), line.end())) {
            readable |= tag.bit();
            return AsciiDecimals.unsigned(text, line.valueStart(), line.end());
        }
        problems.malformedNumber(line, tag.tagName());
        return 0;
    }

    /** An integer, or a decimal number rounded up, which is what its writer must have meant. */
    private long seconds(LineScanner line, HlsTag tag, ByteSpan text, ReadingProblems problems) {
        long integer = integer(line, tag, text, problems);
        if ((readable & tag.bit()) != 0) {
            return integer;
        }
        long nanos = AsciiDecimals.nanos(text, line.valueStart(), line.end());
        readable |= nanos < 0 ? 0 : tag.bit();
        return (nanos + 999_999_999L) / 1_000_000_000L;
    }

    private @Nullable PlaylistType type(LineScanner line, ByteSpan text, ReadingProblems problems) {
        String word = text.text(line.valueStart(), line.end());
        if (word.isEmpty()) {
            problems.report(DiagnosticCode.MALFORMED_TAG, line, line.start(), "EXT-X-PLAYLIST-TYPE has no value");
            return null;
        }
        return new PlaylistType(word);
    }

    private long skipped(LineScanner line, ByteSpan text, ReadingProblems problems) {
        problems.check(HlsTag.SKIP, line);
        PlaylistLine skip =
                PlaylistLine.of(text.slice(line.lineStart(), line.nextLine())).get(0);
        return skip.attributes().getLong(Skip.SKIPPED_SEGMENTS).orElse(0);
    }

    boolean has(HlsTag tag) {
        return (seen & tag.bit()) != 0;
    }

    OptionalLong version() {
        return (readable & HlsTag.VERSION.bit()) != 0 ? OptionalLong.of(version) : OptionalLong.empty();
    }

    OptionalLong targetDuration() {
        return (readable & HlsTag.TARGETDURATION.bit()) != 0 ? OptionalLong.of(targetDuration) : OptionalLong.empty();
    }

    long mediaSequence() {
        return mediaSequence;
    }

    /** The Media Sequence Number of the first segment that the text has: behind those that EXT-X-SKIP leaves out. */
    long firstMediaSequence() {
        return mediaSequence + skippedSegments;
    }

    long discontinuitySequence() {
        return discontinuitySequence;
    }

    @Nullable
    PlaylistType playlistType() {
        return playlistType;
    }
}
