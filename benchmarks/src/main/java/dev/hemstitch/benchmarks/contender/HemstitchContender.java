package dev.hemstitch.benchmarks.contender;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.util.List;

/** This library as its README uses it: nothing is switched off. */
final class HemstitchContender implements Contender {
    @Override
    public Playlist parseMedia(byte[] text) {
        return PlaylistParser.lenient().parse(text);
    }

    @Override
    public Playlist parseMultivariant(byte[] text) {
        return PlaylistParser.lenient().parse(text);
    }

    @Override
    public byte[] write(Object playlist) {
        return PlaylistWriter.toBytes((Playlist) playlist);
    }

    @Override
    public StitchScene scene(Object content, List<Object> ads, List<Integer> positions) {
        List<MediaPlaylist> media = ads.stream().map(MediaPlaylist.class::cast).toList();
        return new StitchScene((MediaPlaylist) content, media, positions);
    }

    @Override
    public byte[] writeAbsolute(Object content, String base) {
        return PlaylistWriter.toBytes(((Playlist) content).resolveUris(base));
    }
}
