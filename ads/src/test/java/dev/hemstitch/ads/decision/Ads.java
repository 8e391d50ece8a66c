package dev.hemstitch.ads.decision;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.rules.Playlists;
import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.ads.vast.VastParser;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ads and ad responses in a few words. */
public final class Ads {
    private Ads() {}

    /** An ad of segments of these durations, named by its id. */
    public static Ad ad(String id, String... durations) {
        var playlist = (MediaPlaylist) PlaylistParser.lenient().parse(Playlists.ts(id + "-", durations));
        return Ad.of(id, Presentation.ofMedia(playlist, "https://ads.example/" + id + ".m3u8"));
    }

    /** What a response says of an ad that has only what is given, inside {@code InLine}. */
    public static VastAd response(String inside) {
        return VastParser.create()
                .parse(bytes("<VAST version='4.2'><Ad id='r'><InLine>" + inside + "</InLine></Ad></VAST>"))
                .ads()
                .get(0);
    }

    /** A linear creative with an HLS playlist. */
    public static String linear(String uri, String inside) {
        return "<Creatives><Creative id='c'><Linear><Duration>00:00:10</Duration>" + inside
                + "<MediaFiles><MediaFile delivery='streaming' type='application/x-mpegURL'>" + uri
                + "</MediaFile></MediaFiles></Linear></Creative></Creatives>";
    }

    /** An {@code Ad} of a response; the sequence may be empty. */
    public static String vastAd(String id, String sequence, String inside) {
        return "<Ad id='" + id + "'" + (sequence.isEmpty() ? "" : " sequence='" + sequence + "'") + "><InLine>" + inside
                + "</InLine></Ad>";
    }

    public static String vast(String... ads) {
        return "<VAST version='4.2'>" + String.join("", ads) + "</VAST>";
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A network of texts by URI; notes what was asked for. */
    public static final class Net {
        private final Map<String, String> texts = new HashMap<>();
        private final List<String> asked = new ArrayList<>();

        public Net put(String uri, String text) {
            texts.put(uri, text);
            return this;
        }

        /** A playlist of one segment of ten seconds. */
        public Net ad(String uri) {
            return put(uri, Playlists.ts("s", "10.0"));
        }

        public List<String> asked() {
            return asked;
        }

        public byte[] get(String uri) throws FileNotFoundException {
            asked.add(uri);
            String text = texts.get(uri);
            if (text == null) {
                throw new FileNotFoundException(uri);
            }
            return bytes(text);
        }

        public PlaylistSource playlists() {
            return uri -> new PlaylistSource.Fetched(get(uri), uri);
        }
    }
}
