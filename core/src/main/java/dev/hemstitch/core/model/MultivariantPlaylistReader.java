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

    private final ByteSpan text;
    private final ReadingLimits limits;
    private final ReadingProblems problems;
    private final List<MultivariantItem> items = new ArrayList<>();

    private long seen;
    private int rawStart;
    private int count;
    private int variantItem = -1;
    private int variantLine;
    private @Nullable AttributeList variant;

    MultivariantPlaylistReader(ByteSpan text, ReadingLimits limits) {
        this.text = text;
        this.limits = limits;
        this.problems = limits.problems(text);
        this.rawStart = text.start();
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
        raw(text.end());
        return new MultivariantPlaylist(text, items);
    }

    private void uri(LineScanner line) {
        AttributeList attributes = variant;
        if (attributes == null) {
            problems.report(
                    DiagnosticCode.STRAY_URI, line, line.start(), "a URI line without EXT-X-STREAM-INF before it");
            return;
        }
        Variant complete = new Variant(attributes, text.text(line.start(), line.end()));
        items.set(variantItem, new MultivariantItem(items.get(variantItem).lines(), complete, null));
        item(line, null, complete);
        variant = null;
    }

    private void tag(HlsTag tag, LineScanner line) {
        if (tag == HlsTag.STREAM_INF) {
            endVariantWithoutUri();
            problems.check(tag, line);
            variant = attributes(line);
            variantItem = item(line, null, null);
            variantLine = line.lineNumber();
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
        if (!tag.attributes().isEmpty() && problems.check(tag, line)) {
            AttributeTag noun = noun(tag, attributes(line));
            if (noun != null && AttributeTag.isComplete(tag, noun.attributes())) {
                item(line, noun, null);
            }
        }
    }

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
            int start = items.get(variantItem).lines().start();
            problems.report(
                    DiagnosticCode.MISSING_VARIANT_URI,
                    variantLine,
                    start,
                    start,
                    "EXT-X-STREAM-INF has no URI line behind it");
            variant = null;
        }
    }

    private int item(LineScanner line, @Nullable AttributeTag noun, @Nullable Variant uriOf) {
        limits.checkSegments(uriOf == null ? count++ : 0, line, problems);
        raw(line.lineStart());
        items.add(new MultivariantItem(text.slice(line.lineStart(), line.nextLine()), noun, uriOf));
        rawStart = line.nextLine();
        return items.size() - 1;
    }

    /** Keeps the lines up to an offset as they stand. */
    private void raw(int to) {
        if (to > rawStart) {
            items.add(MultivariantItem.raw(text.slice(rawStart, to)));
        }
        rawStart = to;
    }
}
