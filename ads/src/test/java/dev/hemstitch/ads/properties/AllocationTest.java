package dev.hemstitch.ads.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.rules.Playlists;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodPlan;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stitching allocates: bytes, not time, so that it is the same on every machine. */
class AllocationTest {
    private static final int SEGMENTS = 1_200;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static String media(String name, int segments, String beforeEach) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:7\n");
        for (int i = 0; i < segments; i++) {
            text.append(beforeEach)
                    .append("#EXTINF:6.006,\n")
                    .append("../../media/v7/")
                    .append(name)
                    .append("/1080p/segment-")
                    .append(100_000 + i);
            text.append(".ts?token=exp=1767225600~hmac=0123456789abcdef0123456789abcdef\n");
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }

    private static Presentation presentation(String uri, String text) throws IOException {
        byte[] bytes = Playlists.bytes(text);
        return Presentation.load(uri, any -> new PlaylistSource.Fetched(bytes, uri));
    }

    /** The least that one of many calls allocates, in bytes: what the compiler can keep off the heap counts as that. */
    private static long allocated(Supplier<byte[]> work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 20_000; i++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            byte[] output = work.get();
            long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            least = Math.min(least, output.length == 0 ? Long.MAX_VALUE : after - before);
        }
        return least;
    }

    private static List<AdBreak> fourBreaks() throws IOException {
        Ad ad = Ad.of("ad", presentation("https://ads.example/creative/12345/main.m3u8", media("ad", 5, "")));
        return List.of(
                new AdBreak(BreakPosition.start(), List.of(ad)),
                new AdBreak(BreakPosition.parse("25%").orElseThrow(), List.of(ad)),
                new AdBreak(BreakPosition.parse("50%").orElseThrow(), List.of(ad)),
                new AdBreak(BreakPosition.parse("75%").orElseThrow(), List.of(ad)));
    }

    private static Presentation content(int segments) throws IOException {
        return presentation("https://origin.example/vod/title/hls/main.m3u8", media("feature", segments, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, SEGMENTS, 10_000})
    void stitching_a_playlist_by_a_plan_allocates_its_output_and_two_kilobytes(int segments) throws IOException {
        Presentation content = content(segments);
        VodPlan plan = new VodStitcher(StitchOptions.DEFAULT)
                .prepare(content, OutputLocations.inPlaceOf(content))
                .plan(fourBreaks());
        Supplier<byte[]> work =
                () -> PlaylistWriter.toBytes(plan.playlist(content.reference()).orElseThrow());

        long allocated = allocated(work);

        assertThat(allocated).isLessThanOrEqualTo(work.get().length + 2_048L);
    }

    @Test
    void stitching_once_allocates_at_most_three_times_the_output() throws IOException {
        Presentation content = content(SEGMENTS);
        List<AdBreak> breaks = fourBreaks();
        VodStitcher stitcher = new VodStitcher(StitchOptions.DEFAULT);
        OutputLocations locations = OutputLocations.inPlaceOf(content);
        Supplier<byte[]> work = () -> PlaylistWriter.toBytes(
                stitcher.stitch(content, breaks, locations).tracks().get(0).playlist());

        long allocated = allocated(work);

        assertThat(work.get()).hasSizeGreaterThan(141_000);
        assertThat(allocated).isLessThanOrEqualTo(3L * work.get().length);
    }
}
