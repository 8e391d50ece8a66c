package dev.hemstitch.benchmarks.contender;

import com.iheartradio.m3u8.Encoding;
import com.iheartradio.m3u8.Format;
import com.iheartradio.m3u8.ParseException;
import com.iheartradio.m3u8.ParsingMode;
import com.iheartradio.m3u8.PlaylistException;
import com.iheartradio.m3u8.PlaylistParser;
import com.iheartradio.m3u8.PlaylistWriter;
import com.iheartradio.m3u8.data.EncryptionData;
import com.iheartradio.m3u8.data.MediaPlaylist;
import com.iheartradio.m3u8.data.Playlist;
import com.iheartradio.m3u8.data.TrackData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code com.iheartradio.m3u8:open-m3u8} 0.2.4.
 *
 * <p>It reads from streams alone and writes to streams alone. Lenient: strict refuses tags that it does not know. The
 * version is raised to 4 when read: below that its writer cuts durations down to whole seconds. It writes the key of
 * the first segment only, and no date: a splice that needs either is not to be had.
 */
final class OpenM3u8Contender implements Contender {
    private static final int VERSION_WITH_DECIMALS = 4;

    @Override
    public Playlist parseMedia(byte[] text) {
        return parse(text);
    }

    @Override
    public Playlist parseMultivariant(byte[] text) {
        return parse(text);
    }

    private static Playlist parse(byte[] text) {
        try {
            Playlist playlist = new PlaylistParser(
                            new ByteArrayInputStream(text), Format.EXT_M3U, Encoding.UTF_8, ParsingMode.LENIENT)
                    .parse();
            return playlist.buildUpon()
                    .withCompatibilityVersion(Math.max(VERSION_WITH_DECIMALS, playlist.getCompatibilityVersion()))
                    .build();
        } catch (IOException | ParseException | PlaylistException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public byte[] write(Object playlist) {
        Playlist one = (Playlist) playlist;
        int tracks = one.getMediaPlaylist().getTracks().size();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + 160 * tracks);
        try {
            new PlaylistWriter.Builder()
                    .withOutputStream(bytes)
                    .withFormat(Format.EXT_M3U)
                    .withEncoding(Encoding.UTF_8)
                    .build()
                    .write(one);
        } catch (IOException | ParseException | PlaylistException e) {
            throw new IllegalArgumentException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public Scene scene(Object content, List<Object> ads, List<Integer> positions) {
        Playlist playlist = (Playlist) content;
        List<List<TrackData>> prepared =
                ads.stream().map(ad -> asAd((Playlist) ad)).toList();
        return () -> splice(playlist, prepared, positions);
    }

    private static List<TrackData> asAd(Playlist ad) {
        List<TrackData> tracks = new ArrayList<>(ad.getMediaPlaylist().getTracks());
        tracks.set(0, tracks.get(0).buildUpon().withDiscontinuity(true).build());
        return tracks;
    }

    private byte[] splice(Playlist playlist, List<List<TrackData>> ads, List<Integer> positions) {
        MediaPlaylist media = playlist.getMediaPlaylist();
        List<TrackData> tracks = media.getTracks();
        List<TrackData> output = new ArrayList<>(tracks.size() + 4 * ads.size());
        int at = 0;
        float longest = 0;
        for (int i = 0; i < ads.size(); i++) {
            content(tracks, at, positions.get(i), i, output);
            at = positions.get(i);
            List<TrackData> ad = ads.get(i);
            if (output.isEmpty()) {
                output.add(ad.get(0).buildUpon().withDiscontinuity(false).build());
                output.addAll(ad.subList(1, ad.size()));
            } else {
                output.addAll(ad);
            }
            for (TrackData track : ad) {
                longest = Math.max(longest, track.getTrackInfo().duration);
            }
        }
        content(tracks, at, tracks.size(), ads.size(), output);
        return write(with(playlist, output, Math.max(media.getTargetDuration(), Math.round(longest))));
    }

    private static void content(List<TrackData> tracks, int from, int to, int adsBefore, List<TrackData> output) {
        if (adsBefore > 0 && from < to) {
            output.add(tracks.get(from).buildUpon().withDiscontinuity(true).build());
            output.addAll(tracks.subList(from + 1, to));
        } else {
            output.addAll(tracks.subList(from, to));
        }
    }

    private static Playlist with(Playlist playlist, List<TrackData> tracks, int targetDuration) {
        MediaPlaylist media = playlist.getMediaPlaylist()
                .buildUpon()
                .withTracks(tracks)
                .withTargetDuration(targetDuration)
                .build();
        return playlist.buildUpon().withMediaPlaylist(media).build();
    }

    @Override
    public byte[] writeAbsolute(Object content, String base) {
        Playlist playlist = (Playlist) content;
        MediaPlaylist media = playlist.getMediaPlaylist();
        URI origin = URI.create(base);
        List<TrackData> tracks = new ArrayList<>(media.getTracks());
        tracks.replaceAll(track -> track.buildUpon()
                .withUri(origin.resolve(track.getUri()).toString())
                .build());
        if (tracks.get(0).hasEncryptionData()) {
            tracks.set(0, withResolvedKey(tracks.get(0), origin));
        }
        return write(with(playlist, tracks, media.getTargetDuration()));
    }

    /** Of the first segment alone, for no other key is written. */
    private static TrackData withResolvedKey(TrackData track, URI origin) {
        EncryptionData key = track.getEncryptionData();
        String uri = origin.resolve(key.getUri()).toString();
        return track.buildUpon()
                .withEncryptionData(key.buildUpon().withUri(uri).build())
                .build();
    }
}
