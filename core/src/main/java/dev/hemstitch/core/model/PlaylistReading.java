package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diagnostic.DiagnosticListener;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import org.jspecify.annotations.Nullable;

/**
 * The door through which the parser's room reaches the readers of this one: public only because rooms need to cross
 * package boundaries.
 *
 * @hidden
 */
public final class PlaylistReading {
    private final ByteSpan text;
    private final ReadingLimits limits;
    private final boolean thorough;
    private final DiagnosticListener listener;
    private final ReadingProblems problems;

    /** Whether lines are being read as those of a Media Playlist before it is known to be one. */
    private boolean trying;

    /** Whether that found a problem, which may be none if it is the other kind. */
    private boolean troubled;

    /**
     * A reading of a text.
     *
     * @param text the text
     * @param maxLineBytes the most bytes of a line
     * @param maxLines the most lines
     * @param maxSegments the most segments
     * @param maxAttributes the most attributes
     * @param thorough whether to look for what is wrong with characters, dates and variables too
     * @param listener takes what is found; must throw for a limit
     */
    @SuppressWarnings("exports") // rooms share it; other modules cannot name the type
    public PlaylistReading(
            ByteSpan text,
            int maxLineBytes,
            int maxLines,
            int maxSegments,
            int maxAttributes,
            boolean thorough,
            DiagnosticListener listener) {
        this.text = text;
        this.limits = new ReadingLimits(maxLineBytes, maxLines, maxSegments, maxAttributes, this::report);
        this.thorough = thorough;
        this.listener = listener;
        this.problems = limits.problems(text);
    }

    /** {@return the playlist, or null if the text is none, which has been reported} */
    public @Nullable Playlist read() {
        return read(null);
    }

    /**
     * Reads a text that may have segments of a playlist that was read before; problems of those are not told again.
     *
     * @param before the playlist
     * @return the playlist, or null if the text is none, which has been reported
     */
    public @Nullable Playlist read(@Nullable MediaPlaylist before) {
        LineScanner line = new LineScanner(text, HlsTag.TABLE);
        MediaPlaylistReader media = new MediaPlaylistReader(text, limits, problems);
        KnownSegments known = before == null ? null : new KnownSegments(before);
        if (known != null && known.canBeTaken()) {
            media.know(known);
        }
        TagScope kind = kind(line, media);
        if (kind == null) {
            return null;
        }
        Playlist playlist = kind == TagScope.MULTIVARIANT
                ? new MultivariantPlaylistReader(text, limits, problems).read()
                : media(line, media);
        if (thorough) {
            new TextProblems(text, problems).report();
        }
        return playlist;
    }

    private void report(Diagnostic problem) {
        if (trying) {
            troubled = true;
        } else {
            listener.report(problem);
        }
    }

    /** Goes on behind the lines that told the kind, or, if anything is wrong with them, starts again. */
    private MediaPlaylist media(LineScanner line, MediaPlaylistReader reader) {
        return troubled
                ? new MediaPlaylistReader(text, limits, problems).read()
                : new MediaPlaylist(text, reader.reading(line));
    }

    /**
     * Looks at the lines up to the first tag that only one kind of playlist has. Metadata tags make a Media Playlist only
     * where nothing else speaks; a playlist without any such tag counts as a Multivariant one (RFC 8216bis, 4.1).
     *
     * <p>Most playlists are Media Playlists and few have problems, so the lines are taken as such at once.
     */
    private @Nullable TagScope kind(LineScanner line, MediaPlaylistReader media) {
        boolean first = true;
        boolean startsWell = false;
        boolean tags = false;
        TagScope metadata = null;
        TagScope kind = null;
        while (kind == null && line.next()) {
            limits.checkLine(line, text, problems);
            if (line.kind() == LineScanner.Kind.BLANK) {
                continue;
            }
            HlsTag tag = line.tag() < 0 ? null : HlsTag.at(line.tag());
            if (first && tag == HlsTag.EXTM3U) {
                startsWell = true;
                startLine(line);
            }
            first = false;
            tags |= line.kind() == LineScanner.Kind.TAG;
            kind = tag == null ? null : kind(tag);
            metadata = tag != null && tag.scope() == TagScope.MEDIA_METADATA ? TagScope.MEDIA_PLAYLIST : metadata;
            if (!troubled && kind != TagScope.MULTIVARIANT) {
                trying = true;
                media.line(line);
                trying = false;
            }
        }
        if (!tags) {
            problems.reportMissing(DiagnosticCode.NOT_A_PLAYLIST, "there is no EXTM3U and no other tag");
            return null;
        }
        if (!startsWell) {
            problems.reportMissing(DiagnosticCode.MISSING_EXTM3U, "the first line is not EXTM3U");
        }
        return kind != null ? kind : metadata != null ? metadata : TagScope.MULTIVARIANT;
    }

    private void startLine(LineScanner line) {
        if (line.start() > line.lineStart() && line.lineNumber() == 1) {
            boolean mark = text.at(line.lineStart()) == (byte) 0xEF;
            problems.report(
                    mark ? DiagnosticCode.BYTE_ORDER_MARK : DiagnosticCode.UNEXPECTED_WHITESPACE,
                    line,
                    line.lineStart(),
                    mark ? "a byte order mark stands before EXTM3U" : "white space stands before EXTM3U");
        } else if (line.lineNumber() > 1) {
            problems.report(DiagnosticCode.MISSING_EXTM3U, line, line.lineStart(), "blank lines stand before EXTM3U");
        }
    }

    private static @Nullable TagScope kind(HlsTag tag) {
        return switch (tag.scope()) {
            case MULTIVARIANT -> TagScope.MULTIVARIANT;
            case MEDIA_PLAYLIST, MEDIA_SEGMENT -> TagScope.MEDIA_PLAYLIST;
            default -> null;
        };
    }
}
