package dev.hemstitch.ads.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.hemstitch.core.diagnostic.HlsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresentationTest {
    private static final String FOLDER = "https://origin.example/film/";
    private static final String MEDIA = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n1.ts\n#EXT-X-ENDLIST\n";
    private static final String MULTIVARIANT = """
            #EXTM3U
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="en",URI="en.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=2,AUDIO="a"
            high.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"
            low.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=3,AUDIO="a"
            high.m3u8
            """;

    private final Map<String, String> playlists =
            new HashMap<>(Map.of("all.m3u8", MULTIVARIANT, "en.m3u8", MEDIA, "high.m3u8", MEDIA, "low.m3u8", MEDIA));
    private final Map<String, Exception> missing = new LinkedHashMap<>();

    private PlaylistSource.Fetched fetch(String uri) throws IOException {
        String text = playlists.get(uri.substring(FOLDER.length()));
        if (text == null) {
            throw new IOException("not there");
        }
        return new PlaylistSource.Fetched(text.getBytes(StandardCharsets.UTF_8), uri);
    }

    private Presentation load() throws IOException {
        return Presentation.loadAvailable(FOLDER + "all.m3u8", this::fetch, missing::put);
    }

    @Test
    void a_playlist_that_is_missing_is_told_once_and_the_others_are_read() throws IOException {
        playlists.remove("high.m3u8");
        Presentation presentation = load();
        assertThat(presentation.tracks()).extracting(Track::name).containsExactly("low.m3u8", "en.m3u8");
        assertThat(presentation.multivariant().orElseThrow().variants()).hasSize(3);
        assertThat(missing).containsOnlyKeys(FOLDER + "high.m3u8");
        assertThatIOException()
                .isThrownBy(() -> Presentation.load(FOLDER + "all.m3u8", this::fetch))
                .withMessage("not there");
    }

    @Test
    void what_is_no_media_playlist_is_missing() throws IOException {
        playlists.put("en.m3u8", "<html>");
        playlists.put("low.m3u8", MULTIVARIANT);
        assertThat(load().tracks()).extracting(Track::name).containsExactly("high.m3u8");
        assertThat(missing.keySet()).containsExactly(FOLDER + "low.m3u8", FOLDER + "en.m3u8");
        assertThat(missing.values()).allSatisfy(cause -> assertThat(cause).isInstanceOf(HlsException.class));
    }

    @Test
    void what_has_all_is_read_as_ever() throws IOException {
        assertThat(load()).isEqualTo(Presentation.load(FOLDER + "all.m3u8", this::fetch));
        assertThat(missing).isEmpty();
    }

    @Test
    void without_any_variant_there_is_nothing_to_play() {
        playlists.remove("high.m3u8");
        playlists.put("low.m3u8", "garbage");
        assertThatIOException().isThrownBy(this::load).withMessage("not there");
        playlists.put("high.m3u8", "garbage");
        assertThatExceptionOfType(HlsException.class).isThrownBy(this::load);
        playlists.remove("all.m3u8");
        assertThatIOException().isThrownBy(this::load);
    }
}
