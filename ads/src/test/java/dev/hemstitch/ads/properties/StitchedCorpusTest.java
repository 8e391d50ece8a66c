package dev.hemstitch.ads.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hemstitch.ads.matching.Container;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.EffectiveSegment;
import dev.hemstitch.core.reference.ReferenceReader;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** P8 over real media playlists: removing the ads gives the content back, in effective terms. */
class StitchedCorpusTest {
    private static final Path ROOT = Path.of("../../shared/corpus/playlists");
    private static final String CONTENT = "https://origin.example/vod/content.m3u8";
    private static final String ADS = "https://ads.example/";

    @Test
    void P8_real_content_comes_back_when_the_ads_are_removed() throws IOException {
        assumeTrue(Files.isDirectory(ROOT), "the corpus of real playlists is not at " + ROOT);
        List<Path> files;
        try (Stream<Path> all = Files.walk(ROOT)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        int stitched = 0;
        int segments = 0;
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Optional<Playlist> playlist =
                    PlaylistParser.lenient().tryParse(bytes).playlist();
            if (playlist.isPresent()
                    && playlist.get() instanceof MediaPlaylist media
                    && media.skip().isPresent()) {
                assertStays(bytes, media, file.getFileName().toString());
            } else if (playlist.isPresent()
                    && playlist.get() instanceof MediaPlaylist media
                    && !media.segments().isEmpty()) {
                for (String place : List.of(CONTENT, "https://origin.example/a/b/out.m3u8", "https://else.example/o")) {
                    segments += check(bytes, media, place, file.getFileName().toString());
                }
                stitched++;
            }
        }
        System.out.println(
                "P8: " + stitched + " real media playlists stitched for 3 places, " + segments + " segments");
        assertThat(stitched).isGreaterThan(90);
    }

    /** A delta update is left as it is: what it leaves out is not known. */
    private static void assertStays(byte[] bytes, MediaPlaylist media, String what) throws IOException {
        VodResult result = stitched(bytes, media, CONTENT);
        assertThat(result.plan().refusedBreaks())
                .as(what)
                .hasSize(3)
                .allSatisfy(refused -> assertThat(refused.reason()).isEqualTo(SkipReason.CONTENT_INCOMPLETE));
        assertThat(PlaylistWriter.toBytes(result.tracks().get(0).playlist()))
                .as(what)
                .isEqualTo(bytes);
    }

    private static VodResult stitched(byte[] bytes, MediaPlaylist media, String place) throws IOException {
        Ad ad = Ad.load("ad", ADS + "ad.m3u8", uri -> new PlaylistSource.Fetched(ad(media), uri));
        List<AdBreak> breaks = Stream.of("0", "50%", "end")
                .map(position -> new AdBreak(BreakPosition.parse(position).orElseThrow(), List.of(ad)))
                .toList();
        Presentation content = Presentation.load(CONTENT, uri -> new PlaylistSource.Fetched(bytes, uri));
        return new VodStitcher(StitchOptions.DEFAULT).stitch(content, breaks, at(place));
    }

    private static int check(byte[] bytes, MediaPlaylist media, String place, String what) throws IOException {
        VodResult result = stitched(bytes, media, place);
        assertThat(result.plan().refusedBreaks()).as(what).isEmpty();
        List<EffectiveSegment> output =
                resolved(PlaylistWriter.toBytes(result.tracks().get(0).playlist()), place);
        List<EffectiveSegment> ads =
                output.stream().filter(segment -> segment.uri().startsWith(ADS)).toList();
        assertThat(ads)
                .as(what)
                .hasSize(6)
                .allSatisfy(segment -> assertThat(segment.keys()).isEmpty());
        List<EffectiveSegment> left = output.stream()
                .filter(segment -> !segment.uri().startsWith(ADS))
                .toList();
        EffectiveTerms.assertSame(left, resolved(bytes, CONTENT), what);
        return output.size();
    }

    private static OutputLocations at(String place) {
        return new OutputLocations() {
            @Override
            public String multivariant() {
                return place;
            }

            @Override
            public String playlist(Track track) {
                return place;
            }
        };
    }

    /** The reference takes white space round a URI line for a part of the URI; players and the library do not. */
    private static List<EffectiveSegment> resolved(byte[] bytes, String uri) {
        String text = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        return ReferenceReader.read(text).segments().stream()
                .map(segment -> segment.resolvedAgainst(uri))
                .toList();
    }

    /** An ad of two segments in the container of the content. */
    private static byte[] ad(MediaPlaylist content) {
        Container container = Container.of(content);
        String kind = content.iFramesOnly() ? "#EXT-X-I-FRAMES-ONLY\n" : "";
        String suffix = switch (container) {
            case FMP4, MP4_WITHOUT_MAP -> ".m4s";
            case MPEG_TS, UNKNOWN -> ".ts";
            case PACKED_AUDIO -> ".aac";
            case WEBVTT -> ".vtt";
        };
        String map = container == Container.FMP4 ? "#EXT-X-MAP:URI=\"init.mp4\"\n" : "";
        return ("#EXTM3U\n#EXT-X-TARGETDURATION:5\n" + kind + map + "#EXTINF:5,\n0" + suffix + "\n#EXTINF:5,\n1"
                        + suffix + "\n#EXT-X-ENDLIST\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
