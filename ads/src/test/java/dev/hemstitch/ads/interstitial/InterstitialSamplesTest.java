package dev.hemstitch.ads.interstitial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.ParseLimits;
import dev.hemstitch.core.parser.ParseMode;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.validation.PlaylistValidator;
import dev.hemstitch.core.validation.PresentationReport;
import dev.hemstitch.core.validation.ReceivedPlaylist;
import dev.hemstitch.core.validation.ValidationProfile;
import dev.hemstitch.core.validation.ValidationReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All kinds of sample, scheduled and then judged by the validator. */
class InterstitialSamplesTest {
    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();
    private static final PlaylistSource FILES =
            uri -> new PlaylistSource.Fetched(Files.readAllBytes(Path.of(URI.create(uri))), uri);

    private static String uri(String kind, String source) {
        return SAMPLES.resolve(kind)
                .resolve(source)
                .resolve("multivariant.m3u8")
                .toUri()
                .toString();
    }

    private static InterstitialResult schedule(String kind, Presentation content, SpliceMode mode) {
        Ad one = Ad.load("one", uri(kind, "ad-10"), FILES);
        Ad other = Ad.load("other", uri(kind, "ad-15"), FILES);
        List<AdBreak> breaks = List.of(
                new AdBreak(BreakPosition.start(), List.of(one)),
                new AdBreak(BreakPosition.ofSeconds(new BigDecimal("11")), List.of(one, other)),
                new AdBreak(BreakPosition.end(), List.of(other)));
        return new InterstitialScheduler(InterstitialOptions.DEFAULT.toBuilder()
                        .mode(mode)
                        .identifying(true)
                        .build())
                .schedule(
                        content,
                        breaks,
                        OutputLocations.inPlaceOf(content),
                        id -> "https://lists.example/" + id + ".json");
    }

    private static ReceivedPlaylist received(Playlist playlist, String uri) {
        return new ReceivedPlaylist(playlist, Optional.of(uri), Optional.empty());
    }

    private static PresentationReport validate(InterstitialResult result, Presentation content) {
        Map<String, ReceivedPlaylist> tracks = new LinkedHashMap<>();
        for (VodResult.StitchedTrack track : result.presentation().tracks()) {
            MediaPlaylist read = (MediaPlaylist) PlaylistParser.of(ParseMode.STRICT, ParseLimits.DEFAULT)
                    .parse(track.playlist().toString().getBytes(StandardCharsets.UTF_8));
            tracks.put(track.content().name(), received(read, track.uri()));
        }
        return PlaylistValidator.of(ValidationProfile.RFC8216BIS)
                .validate(received(result.presentation().multivariant().orElseThrow(), content.uri()), tracks);
    }

    @ParameterizedTest
    @CsvSource({
        "ts, INSERT",
        "ts, REPLACE",
        "fmp4, INSERT",
        "fmp4, REPLACE",
        "aes128, INSERT",
        "aes128, REPLACE",
        "byterange, INSERT",
        "byterange, REPLACE"
    })
    void the_validator_finds_nothing_that_it_does_not_find_in_the_content(String kind, SpliceMode mode)
            throws IOException {
        Presentation content = Presentation.load(uri(kind, "content"), FILES);
        InterstitialResult result = schedule(kind, content, mode);
        assertThat(result.interstitials()).hasSize(3);
        PresentationReport report = validate(result, content);
        assertThat(report.multivariant().findings()).isEmpty();
        assertThat(report.mediaPlaylists()).hasSize(content.tracks().size());
        assertThat(report.mediaPlaylists().values())
                .flatExtracting(ValidationReport::findings)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ts, true", "fmp4, false", "aes128, true", "byterange, true"})
    void the_content_comes_back_when_what_was_added_is_taken_away(String kind, boolean dates) throws IOException {
        Presentation content = Presentation.load(uri(kind, "content"), FILES);
        InterstitialResult result = schedule(kind, content, SpliceMode.INSERT);
        assertThat(result.presentation().multivariant()).isEqualTo(content.multivariant());
        for (VodResult.StitchedTrack track : result.presentation().tracks()) {
            boolean added = dates && !track.content().playlist().toString().contains("PROGRAM-DATE-TIME");
            assertThat(Scheduling.withoutAdded(track.playlist().toString(), added))
                    .isEqualTo(track.content().playlist().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"ts", "fmp4", "aes128", "byterange"})
    void a_player_finds_each_start_within_the_content(String kind) throws IOException {
        Presentation content = Presentation.load(uri(kind, "content"), FILES);
        InterstitialResult result = schedule(kind, content, SpliceMode.INSERT);
        MediaPlaylist playlist = Scheduling.first(result);
        var start = playlist.segments().get(0).programDateTime().orElseThrow();
        var end = start.plusNanos(playlist.durationNanos());
        assertThat(playlist.dateRanges())
                .hasSize(3)
                .allSatisfy(range ->
                        assertThat(range.startDate().orElseThrow().value()).isBetween(start, end));
        assertThat(playlist.dateRanges())
                .extracting(range -> String.join(",", range.cue()))
                .containsExactly("PRE", "", "POST");
    }
}
