package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import dev.hemstitch.core.text.AttributeList;

/** Reads a Multivariant Playlist in one pass over its lines. */
final class MultivariantPlaylistReader {
    private static final long ONCE = HlsTag.VERSION.bit()
            | HlsTag.INDEPENDENT_SEGMENTS.bit()
            | HlsTag.START.bit()
            | HlsTag.CONTENT_STEERING.bit();

    @SuppressWarnings("EnumOrdinal") // the position in the table
    private static final int STREAM_INF = HlsTag.STREAM_INF.ordinal();

    private final ByteSpan text;
    private final ReadingLimits limits;
    private final ReadingProblems problems;
    private final MultivariantNouns nouns;

    private long seen;
    private int count;
    private int variantStart;
    private int variantLine;
    private int variantValue;
    private int variantEnd;
    private boolean isVariantOpen;

    MultivariantPlaylistReader(ByteSpan text, ReadingLimits limits) {
        this(text, limits, limits.problems(text));
    }

    MultivariantPlaylistReader(ByteSpan text, ReadingLimits limits, ReadingProblems problems) {
        this.text = text;
        this.limits = limits;
        this.problems = problems;
        this.nouns = new MultivariantNouns(text);
    }

    MultivariantPlaylist read() {
        LineScanner line = new LineScanner(text, HlsTag.TABLE);
        while (line.next()) {
            limits.checkLine(line, text, problems);
            if (line.kind() == LineScanner.Kind.URI) {
                uri(line);
            } else if (line.tag() >= 0) {
                tag(HlsTag.at(line.tag()), line);
            }
        }
        endVariantWithoutUri();
        return new MultivariantPlaylist(text, nouns);
    }

    private void uri(LineScanner line) {
        if (!isVariantOpen) {
            problems.report(
                    DiagnosticCode.STRAY_URI, line, line.start(), "a URI line without EXT-X-STREAM-INF before it");
            return;
        }
        nouns.add(STREAM_INF, variantValue, variantEnd, line.start(), line.end());
        isVariantOpen = false;
    }

    private void tag(HlsTag tag, LineScanner line) {
        if (tag == HlsTag.STREAM_INF) {
            endVariantWithoutUri();
            problems.check(tag, line);
            isVariantOpen = true;
            variantValue = line.valueStart();
            variantEnd = line.end();
            variantStart = line.lineStart();
            variantLine = line.lineNumber();
            limits.checkSegments(count++, line, problems);
            return;
        }
        if (tag.scope() == TagScope.MEDIA_PLAYLIST || tag.scope() == TagScope.MEDIA_SEGMENT) {
            problems.report(
                    DiagnosticCode.MIXED_PLAYLIST_KINDS,
                    line,
                    line.start(),
                    tag.tagName() + " cannot stand in a Multivariant Playlist");
        }
        if ((seen & tag.bit() & ONCE) != 0) {
            problems.report(
                    DiagnosticCode.DUPLICATE_TAG,
                    line,
                    line.start(),
                    tag.tagName() + " stands twice; the first counts");
        }
        seen |= tag.bit();
        if (tag.hasAttributes() && problems.check(tag, line)) {
            if (MultivariantNouns.isNoun(tag) && (tag != HlsTag.START || isComplete(tag, line))) {
                limits.checkSegments(count++, line, problems);
                nouns.add(line.tag(), line.valueStart(), line.end(), 0, 0);
            }
        }
    }

    /** All but EXT-X-START are complete if they have the attributes that they need, whatever these say. */
    private boolean isComplete(HlsTag tag, LineScanner line) {
        return AttributeTag.isComplete(tag, new AttributeList(text.slice(line.valueStart(), line.end())));
    }

    /** A second EXT-X-STREAM-INF, or the end, where a URI line should be: the lines stay, but are no variant. */
    private void endVariantWithoutUri() {
        if (isVariantOpen) {
            problems.report(
                    DiagnosticCode.MISSING_VARIANT_URI,
                    variantLine,
                    variantStart,
                    variantStart,
                    "EXT-X-STREAM-INF has no URI line behind it");
            isVariantOpen = false;
        }
    }
}
