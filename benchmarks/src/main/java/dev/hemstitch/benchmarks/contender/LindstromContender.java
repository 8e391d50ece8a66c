package dev.hemstitch.benchmarks.contender;

import io.lindstrom.m3u8.model.MasterPlaylist;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.SegmentKey;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.m3u8.parser.ParsingMode;
import io.lindstrom.m3u8.parser.PlaylistParserException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code io.lindstrom:m3u8-parser} 0.27.
 *
 * <p>Read from a {@code String}: it splits that in one go, which is faster than its buffered reader and its stream.
 * Lenient, as a service must be whose input is not its own; strict costs the same. Its one way to write makes a
 * {@code String} and encodes it.
 */
final class LindstromContender implements Contender {
    private final MediaPlaylistParser media = new MediaPlaylistParser(ParsingMode.LENIENT);
    private final MasterPlaylistParser multivariant = new MasterPlaylistParser(ParsingMode.LENIENT);

    @Override
    public MediaPlaylist parseMedia(byte[] text) {
        try {
            return media.readPlaylist(new String(text, StandardCharsets.UTF_8));
        } catch (PlaylistParserException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public MasterPlaylist parseMultivariant(byte[] text) {
        try {
            return multivariant.readPlaylist(new String(text, StandardCharsets.UTF_8));
        } catch (PlaylistParserException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public byte[] write(Object playlist) {
        return media.writePlaylistAsBytes((MediaPlaylist) playlist);
    }

    @Override
    public LindstromScene scene(Object content, List<Object> ads, List<Integer> positions) {
        List<MediaPlaylist> playlists =
                ads.stream().map(MediaPlaylist.class::cast).toList();
        return new LindstromScene(media, (MediaPlaylist) content, playlists, positions);
    }

    @Override
    public byte[] writeAbsolute(Object content, String base) {
        MediaPlaylist playlist = (MediaPlaylist) content;
        URI origin = URI.create(base);
        List<MediaSegment> segments = playlist.mediaSegments().stream()
                .map(segment -> MediaSegment.builder()
                        .from(segment)
                        .uri(origin.resolve(segment.uri()).toString())
                        .segmentKey(segment.segmentKey().map(key -> resolved(key, origin)))
                        .build())
                .toList();
        return media.writePlaylistAsBytes(
                MediaPlaylist.builder().from(playlist).mediaSegments(segments).build());
    }

    private static SegmentKey resolved(SegmentKey key, URI origin) {
        return SegmentKey.builder()
                .from(key)
                .uri(key.uri().map(uri -> origin.resolve(uri).toString()))
                .build();
    }
}
