package dev.hemstitch.examples.kit.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.core.writer.PlaylistWriter;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is shown of a title while its origin lacks one of its playlists. */
class TitlePlaylistsTest {
    private static final String FOLDER = "https://origin.example/film/";
    private static final String MEDIA = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n1.ts\n#EXT-X-ENDLIST\n";
    private static final String SOUND = "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"stereo\",NAME=\"en\",URI=\"en/a.m3u8\"\n";
    private static final String GERMAN = "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"stereo\",NAME=\"de\",URI=\"de/a.m3u8\"\n";
    private static final String DOLBY = "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"dolby\",NAME=\"en\",URI=\"ec3/a.m3u8\"\n";
    private static final String WORDS =
            "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"subs\",NAME=\"en\",URI=\"sub/a.m3u8\"\n";
    private static final String HIGH =
            "#EXT-X-STREAM-INF:BANDWIDTH=2,AUDIO=\"stereo\",SUBTITLES=\"subs\"\nhigh/a.m3u8\n";
    private static final String LOW = "#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO=\"stereo\"\nlow/a.m3u8\n";
    private static final String THEATRE = "#EXT-X-STREAM-INF:BANDWIDTH=3,AUDIO=\"dolby\"\nhigh/a.m3u8\n";
    private static final String SCRUBBING = "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI=\"fast/a.m3u8\"\n";

    private final ServiceMetrics metrics = new ServiceMetrics();
    private final Set<String> gone = new HashSet<>();
    private String multivariant = "";
    private Optional<TitlePlaylists> before = Optional.empty();

    private PlaylistSource.Fetched fetch(String uri) throws IOException {
        String file = uri.substring(FOLDER.length());
        if (gone.contains(file)) {
            throw new IOException("gone");
        }
        String text = file.equals("all.m3u8") ? multivariant : MEDIA;
        return new PlaylistSource.Fetched(text.getBytes(StandardCharsets.UTF_8), uri);
    }

    private TitlePlaylists read(String... lines) throws IOException {
        multivariant = "#EXTM3U\n" + String.join("", lines);
        return TitlePlaylists.read(FOLDER + "all.m3u8", this::fetch, before, metrics);
    }

    /** Of some lines, those that are shown while some files are gone. */
    private List<String> shown(List<String> missing, String... lines) throws IOException {
        gone.addAll(missing);
        String text = new String(
                PlaylistWriter.toBytes(read(lines).presentation().multivariant().orElseThrow()),
                StandardCharsets.UTF_8);
        assertThat(text).startsWith("#EXTM3U\n");
        List<String> there = Arrays.stream(lines).filter(text::contains).toList();
        assertThat(text).hasSize("#EXTM3U\n".length() + String.join("", there).length());
        return there;
    }

    @Test
    void aVariantThatIsGoneIsLeftOut() throws IOException {
        assertThat(shown(List.of("high/a.m3u8"), SOUND, WORDS, HIGH, LOW, SCRUBBING))
                .containsExactly(SOUND, WORDS, LOW, SCRUBBING);
        assertThat(shown(List.of("fast/a.m3u8"), SOUND, HIGH, LOW, SCRUBBING)).containsExactly(SOUND, LOW);
    }

    @Test
    void aLanguageThatIsGoneIsLeftOutWhereThereIsAnother() throws IOException {
        assertThat(shown(List.of("en/a.m3u8"), SOUND, GERMAN, LOW)).containsExactly(GERMAN, LOW);
    }

    @Test
    void aVariantWhoseSoundIsGoneIsLeftOutWhereThereIsAnother() throws IOException {
        assertThat(shown(List.of("ec3/a.m3u8"), SOUND, DOLBY, LOW, THEATRE)).containsExactly(SOUND, LOW);
    }

    @Test
    void theOnlySoundStaysListedThoughItIsGone() throws IOException {
        assertThat(shown(List.of("en/a.m3u8", "high/a.m3u8"), SOUND, WORDS, HIGH, LOW))
                .containsExactly(SOUND, WORDS, LOW);
    }

    @Test
    void subtitlesThatAreGoneTakeNothingElseAlong() throws IOException {
        gone.add("sub/a.m3u8");
        TitlePlaylists playlists = read(SOUND, WORDS, HIGH, LOW);
        assertThat(new String(
                        PlaylistWriter.toBytes(
                                playlists.presentation().multivariant().orElseThrow()),
                        StandardCharsets.UTF_8))
                .isEqualTo("#EXTM3U\n" + SOUND + HIGH.replace(",SUBTITLES=\"subs\"", "") + LOW);
    }

    @Test
    void namesAreThoseThatTheyWereAndWhatIsGoneIsRefusedByItself() throws IOException {
        gone.add("high/a.m3u8");
        TitlePlaylists playlists = read(SOUND, HIGH, LOW);
        assertThat(playlists.presentation().tracks().stream().map(playlists::name))
                .containsExactly("low-a", "en-a");
        assertThat(playlists.name(FOLDER + "high/a.m3u8")).contains("high-a");
        assertThat(playlists.refusal("high-a").status()).isEqualTo(502);
        assertThat(playlists.refusal("none").status()).isEqualTo(404);
    }

    @Test
    void whatWasReadBeforeIsNotGone() throws IOException {
        TitlePlaylists whole = read(SOUND, HIGH, LOW);
        before = Optional.of(whole);
        gone.addAll(List.of("high/a.m3u8", "en/a.m3u8"));
        TitlePlaylists again = read(SOUND, HIGH, LOW);
        assertThat(again.namesTheSameAs(whole)).isTrue();
        assertThat(again.presentation()).isEqualTo(whole.presentation());
        assertThat(read(SOUND, LOW).presentation().tracks().stream()
                        .map(whole::name)
                        .collect(Collectors.toSet()))
                .as("of another Multivariant Playlist")
                .containsExactly("low-a");
    }

    @Test
    void withoutAnyVariantThereIsNoTitle() {
        gone.addAll(List.of("high/a.m3u8", "low/a.m3u8"));
        assertThatIOException().isThrownBy(() -> read(SOUND, HIGH, LOW)).withMessage("gone");
    }
}
