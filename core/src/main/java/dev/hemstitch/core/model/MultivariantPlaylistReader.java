package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import dev.hemstitch.core.text.AttributeList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a Multivariant Playlist in one pass over its lines. */
final class MultivariantPlaylistReader {
    private static final long ONCE = HlsTag.VERSION.bit()
            | HlsTag.INDEPENDENT_SEGMENTS.bit()
            | HlsTag.START.bit()
            | HlsTag.CONTENT_STEERING.bit();

    /** About as many as a tag and its URI have; only a first guess at the room that is needed. */
    private static final int BYTES_OF_A_NOUN = 192;

    private final ByteSpan text;
    private final ReadingLimits limits;
    private final ReadingProblems problems;
    private final List<AttributeTag> nouns;

    private long seen;
    private int count;
    private int variantStart;
    private int variantLine;
    private @Nullable AttributeList variant;

    MultivariantPlaylistReader(ByteSpan text, ReadingLimits limits) {
        this(text, limits, limits.problems(text));
    }

    MultivariantPlaylistReader(ByteSpan text, ReadingLimits limits, ReadingProblems problems) {
        this.text = text;
        this.limits = limits;
        this.problems = problems;
        this.nouns = new ArrayList<>(4 + text.length() / BYTES_OF_A_NOUN);
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
        AttributeList attributes = variant;
        if (attributes == null) {
            problems.report(
                    DiagnosticCode.STRAY_URI, line, line.start(), "a URI line without EXT-X-STREAM-INF before it");
            return;
        }
        nouns.add(new Variant(attributes, text.slice(line.start(), line.end())));
        variant = null;
    }

    private void tag(HlsTag tag, LineScanner line) {
        if (tag == HlsTag.STREAM_INF) {
            endVariantWithoutUri();
            problems.check(tag, line);
            variant = attributes(line);
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
            AttributeTag noun = noun(tag, attributes(line));
            if (noun != null && (tag != HlsTag.START || AttributeTag.isComplete(tag, noun.attributes()))) {
                limits.checkSegments(count++, line, problems);
                nouns.add(noun);
            }
        }
    }

    /** All but EXT-X-START are complete if they have the attributes that they need, whatever these say. */
    private static @Nullable AttributeTag noun(HlsTag tag, AttributeList attributes) {
        return switch (tag) {
            case MEDIA -> new Rendition(attributes);
            case I_FRAME_STREAM_INF -> new IFrameVariant(attributes);
            case SESSION_DATA -> new SessionData(attributes);
            case SESSION_KEY -> new SessionKey(attributes);
            case CONTENT_STEERING -> new ContentSteering(attributes);
            case START -> new Start(attributes);
            case DEFINE -> new VariableDefinition(attributes);
            default -> null;
        };
    }

    private AttributeList attributes(LineScanner line) {
        return new AttributeList(text.slice(line.valueStart(), line.end()));
    }

    /** A second EXT-X-STREAM-INF, or the end, where a URI line should be: the lines stay, but are no variant. */
    private void endVariantWithoutUri() {
        if (variant != null) {
            problems.report(
                    DiagnosticCode.MISSING_VARIANT_URI,
                    variantLine,
                    variantStart,
                    variantStart,
                    "EXT-X-STREAM-INF has no URI line behind it");
            variant = null;
        }
    }
}
