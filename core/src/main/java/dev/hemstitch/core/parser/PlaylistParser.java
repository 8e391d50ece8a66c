package dev.hemstitch.core.parser;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diagnostic.Severity;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.PlaylistReading;
import dev.hemstitch.core.text.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads playlists of either kind from bytes.
 *
 * <p>Immutable and safe for use by several threads. A playlist keeps the array that it was read from, without a copy:
 * the array must not be changed afterwards.
 */
public final class PlaylistParser {
    private static final int MOST_DIAGNOSTICS = 1_000;
    private static final PlaylistParser LENIENT = new PlaylistParser(ParseMode.LENIENT, ParseLimits.DEFAULT);

    private final ParseMode mode;
    private final ParseLimits limits;

    private PlaylistParser(ParseMode mode, ParseLimits limits) {
        this.mode = mode;
        this.limits = limits;
    }

    /** {@return a parser in {@link ParseMode#LENIENT} with {@link ParseLimits#DEFAULT}} */
    public static PlaylistParser lenient() {
        return LENIENT;
    }

    /**
     * A parser.
     *
     * @param mode how tolerant it is
     * @param limits how much it takes
     * @return the parser
     */
    public static PlaylistParser of(ParseMode mode, ParseLimits limits) {
        return new PlaylistParser(mode, limits);
    }

    /**
     * Reads a playlist.
     *
     * @param text its bytes, not to be changed afterwards
     * @return the playlist
     * @throws PlaylistParseException if the text has no tag at all, is beyond a limit, or, in {@link ParseMode#STRICT},
     *     has a problem of severity ERROR
     */
    public Playlist parse(byte[] text) {
        return parse(new ByteSpan(text, 0, text.length), mode == ParseMode.STRICT, problem -> {});
    }

    /**
     * Reads a playlist.
     *
     * @param text its characters, read as their UTF-8 bytes
     * @return the playlist
     * @throws PlaylistParseException as {@link #parse(byte[])} does
     */
    public Playlist parse(CharSequence text) {
        return parse(ByteSpan.ofUtf8(text.toString()), mode == ParseMode.STRICT, problem -> {});
    }

    /**
     * Reads a playlist from a stream, up to its end or the limit; the stream stays open.
     *
     * @param in the stream
     * @return the playlist
     * @throws IOException if the stream fails
     * @throws PlaylistParseException as {@link #parse(byte[])} does
     */
    public Playlist parse(InputStream in) throws IOException {
        int most = limits.maxBytes() + 1;
        return parse(in.readNBytes(most));
    }

    /**
     * Reads a playlist from a reader, up to its end or the limit; the reader stays open.
     *
     * @param reader the reader
     * @return the playlist
     * @throws IOException if the reader fails
     * @throws PlaylistParseException as {@link #parse(byte[])} does
     */
    public Playlist parse(Reader reader) throws IOException {
        StringWriter text = new StringWriter();
        char[] buffer = new char[8192];
        int length = reader.read(buffer);
        while (length >= 0 && text.getBuffer().length() <= limits.maxBytes()) {
            text.write(buffer, 0, length);
            length = reader.read(buffer);
        }
        return parse(text.getBuffer());
    }

    /**
     * Reads the next snapshot of a playlist. Segments of the snapshot before are not read again where their lines are the
     * same and their numbers agree: their bytes are compared only, which is several times faster. The result is what
     * {@link #parse(byte[])} gives; it does not keep the snapshot before.
     *
     * @param before the snapshot before, read with the same limits
     * @param text the bytes of this one, not to be changed afterwards
     * @return the playlist
     * @throws PlaylistParseException as {@link #parse(byte[])} does, but lines that are the same are not counted again
     */
    public Playlist parseNext(MediaPlaylist before, byte[] text) {
        ByteSpan span = new ByteSpan(text, 0, text.length);
        return mode == ParseMode.STRICT ? parse(text) : parse(span, before, false, problem -> {});
    }

    /**
     * Reads a playlist and collects what is found.
     *
     * @param text its bytes, not to be changed afterwards
     * @return the playlist, if it was not refused, and the diagnostics
     */
    public ParseResult tryParse(byte[] text) {
        List<Diagnostic> found = new ArrayList<>();
        try {
            Playlist playlist = parse(new ByteSpan(text, 0, text.length), true, problem -> {
                if (found.size() < MOST_DIAGNOSTICS) {
                    found.add(problem);
                }
            });
            return new ParseResult(Optional.of(playlist), found);
        } catch (PlaylistParseException e) {
            if (found.isEmpty() || !found.get(found.size() - 1).equals(e.diagnostic())) {
                found.add(e.diagnostic());
            }
            return new ParseResult(Optional.empty(), found);
        }
    }

    private Playlist parse(ByteSpan text, boolean thorough, Consumer<Diagnostic> listener) {
        return parse(text, null, thorough, listener);
    }

    private Playlist parse(
            ByteSpan text, @Nullable MediaPlaylist before, boolean thorough, Consumer<Diagnostic> listener) {
        if (text.length() > limits.maxBytes()) {
            throw new PlaylistParseException(new Diagnostic(
                    DiagnosticCode.LIMIT_BYTES,
                    new SourceLocation(1, 1, 0),
                    "the text has more than " + limits.maxBytes() + " bytes"));
        }
        PlaylistReading reading = new PlaylistReading(
                text,
                limits.maxLineBytes(),
                limits.maxLines(),
                limits.maxSegments(),
                limits.maxAttributes(),
                thorough,
                problem -> take(problem, listener));
        Playlist playlist = reading.read(before);
        if (playlist == null) {
            throw new IllegalStateException("a text that is no playlist must have been refused");
        }
        return playlist;
    }

    private void take(Diagnostic problem, Consumer<Diagnostic> listener) {
        listener.accept(problem);
        boolean isLimit = problem.section().section().equals("limits");
        boolean isError = problem.severity() == Severity.ERROR;
        if (isLimit || problem.code() == DiagnosticCode.NOT_A_PLAYLIST || (mode == ParseMode.STRICT && isError)) {
            throw new PlaylistParseException(problem);
        }
    }
}
