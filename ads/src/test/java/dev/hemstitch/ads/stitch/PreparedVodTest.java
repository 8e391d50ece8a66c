package dev.hemstitch.ads.stitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.rules.Playlists;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.PreparedVod;
import dev.hemstitch.ads.stitch.vod.VodPlan;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Content that is made ready once and stitched for many viewers: as if it were made ready for each of them. */
class PreparedVodTest {
    private static final String PLACE = "https://origin.example/v/";

    /** Content of every kind that a splice must treat in its own way. */
    private enum Content {
        CLEAR(""),
        KEYED("#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x1\n"),
        IMPLIED("#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n"),
        TWO_KEYS("#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k\"\n#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"s\",KEYFORMAT=\"f\"\n"),
        DATED("#EXT-X-PROGRAM-DATE-TIME:2026-03-01T00:00:00.000Z\n"),
        DATED_AND_IMPLIED("#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXT-X-PROGRAM-DATE-TIME:2026-03-01T00:00:00.000Z\n"),
        RANGED("#EXT-X-DATERANGE:ID=\"r\",START-DATE=\"2026-03-01T00:00:20Z\"\n"
                + "#EXT-X-PROGRAM-DATE-TIME:2026-03-01T00:00:00Z\n");

        private final String first;

        Content(String first) {
            this.first = first;
        }

        Presentation presentation() {
            StringBuilder lines =
                    new StringBuilder("#EXTM3U\n#EXT-X-VERSION:5\n#EXT-X-TARGETDURATION:6\n").append(first);
            for (int i = 0; i < 40; i++) {
                lines.append(i == 17 && this == IMPLIED ? "#EXT-X-DISCONTINUITY\n" : "")
                        .append(i == 25 ? first : "")
                        .append("#EXTINF:6,\nc")
                        .append(i)
                        .append(".ts\n");
            }
            return load("c.m3u8", lines.append("#EXT-X-ENDLIST").toString());
        }
    }

    private static Presentation load(String name, String text) {
        byte[] bytes = Playlists.bytes(text);
        try {
            return Presentation.load(PLACE + name, uri -> new PlaylistSource.Fetched(bytes, uri));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final List<Ad> ADS = List.of(
            Ad.of("short", load("a.m3u8", Playlists.ts("a", "2", "2"))),
            Ad.of("long", load("b.m3u8", Playlists.ts("b", "9", "8", "7"))),
            Ad.of("none", load("m.m3u8", Playlists.fmp4("m", "4"))));

    private static List<AdBreak> breaks(int viewer) {
        Random random = new Random(viewer);
        List<AdBreak> breaks = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            List<Ad> ads = IntStream.range(0, random.nextInt(3))
                    .mapToObj(ad -> ADS.get(random.nextInt(ADS.size())))
                    .toList();
            breaks.add(
                    new AdBreak(BreakPosition.parse(random.nextInt(101) + "%").orElseThrow(), ads));
        }
        return breaks;
    }

    private static byte[] alone(Presentation content, int viewer) {
        return PlaylistWriter.toBytes(new VodStitcher(StitchOptions.DEFAULT)
                .stitch(content, breaks(viewer), OutputLocations.inPlaceOf(content))
                .tracks()
                .get(0)
                .playlist());
    }

    private static PreparedVod prepared(Presentation content) {
        return new VodStitcher(StitchOptions.DEFAULT).prepare(content, OutputLocations.inPlaceOf(content));
    }

    private static byte[] ready(PreparedVod title, Presentation content, int viewer) {
        VodPlan plan = title.plan(breaks(viewer));
        return PlaylistWriter.toBytes(plan.playlist(content.reference()).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Content.class)
    void each_viewer_gets_what_stitching_for_that_viewer_alone_gives(Content kind) {
        Presentation content = kind.presentation();
        PreparedVod title = prepared(content);
        for (int viewer = 0; viewer < 200; viewer++) {
            assertThat(ready(title, content, viewer)).as("viewer %d", viewer).isEqualTo(alone(content, viewer));
        }
    }

    @ParameterizedTest
    @EnumSource(Content.class)
    void sixteen_threads_get_the_same(Content kind) throws Exception {
        Presentation content = kind.presentation();
        PreparedVod title = prepared(content);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<byte[]>> work = IntStream.range(0, 160)
                    .<Callable<byte[]>>mapToObj(i -> () -> ready(title, content, i % 40))
                    .toList();
            List<Future<byte[]>> answers = threads.invokeAll(work);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(alone(content, i % 40));
            }
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(Content.class)
    void every_way_to_write_gives_the_same_bytes(Content kind) throws IOException {
        Presentation content = kind.presentation();
        for (int viewer = 0; viewer < 50; viewer++) {
            MediaPlaylist playlist = prepared(content)
                    .plan(breaks(viewer))
                    .playlist(content.reference())
                    .orElseThrow();
            byte[] expected = PlaylistWriter.toBytes(playlist);
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            PlaylistWriter.write(playlist, stream);
            ByteBuffer heap = ByteBuffer.allocate(expected.length + 7).position(3);
            PlaylistWriter.write(playlist, heap);
            ByteBuffer direct = ByteBuffer.allocateDirect(expected.length);
            PlaylistWriter.write(playlist, direct);
            ByteArrayOutputStream gathered = new ByteArrayOutputStream();
            for (ByteBuffer buffer : PlaylistWriter.toBuffers(playlist)) {
                assertThat(buffer.isReadOnly()).isTrue();
                assertThat(buffer.position()).isZero();
                gathered.write(bytes(buffer));
            }

            assertThat(stream.toByteArray()).isEqualTo(expected);
            assertThat(bytes(heap.flip().position(3))).isEqualTo(expected);
            assertThat(bytes(direct.flip())).isEqualTo(expected);
            assertThat(gathered.toByteArray()).isEqualTo(expected);
            assertThat(Playlists.bytes(playlist.toString())).isEqualTo(expected);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Test
    void what_an_ad_gives_is_found_out_once_for_all_viewers() {
        AtomicInteger asked = new AtomicInteger();
        StitchOptions options = StitchOptions.DEFAULT.toBuilder()
                .filler((track, reference) -> {
                    asked.incrementAndGet();
                    return java.util.Optional.empty();
                })
                .build();
        Presentation content = twoTracks();
        PreparedVod title = new VodStitcher(options).prepare(content, OutputLocations.inPlaceOf(content));
        for (int viewer = 0; viewer < 10; viewer++) {
            title.plan(List.of(new AdBreak(BreakPosition.start(), List.of(ADS.get(0)))));
        }

        assertThat(asked).hasValue(1);
    }

    private static Presentation twoTracks() {
        Map<String, String> files = Map.of(
                PLACE + "main.m3u8",
                "#EXTM3U\n#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"s\",NAME=\"s\",URI=\"s.m3u8\"\n"
                        + "#EXT-X-STREAM-INF:BANDWIDTH=1,SUBTITLES=\"s\"\nv.m3u8\n",
                PLACE + "v.m3u8",
                Playlists.ts("v", "6", "6"),
                PLACE + "s.m3u8",
                Playlists.vtt("s", "6", "6"));
        try {
            return Presentation.load(
                    PLACE + "main.m3u8",
                    uri -> new PlaylistSource.Fetched(
                            Playlists.bytes(java.util.Objects.requireNonNull(files.get(uri))), uri));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_track_of_other_content_is_refused() {
        Presentation content = Content.CLEAR.presentation();
        Track stranger = Content.CLEAR.presentation().reference();
        VodPlan plan = prepared(content).plan(List.of());

        assertThatThrownBy(() -> plan.playlist(stranger)).isInstanceOf(IllegalArgumentException.class);
    }
}
