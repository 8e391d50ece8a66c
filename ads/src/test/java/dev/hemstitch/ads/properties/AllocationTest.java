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
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static long allocated(Presentation content, List<AdBreak> breaks) {
        VodStitcher stitcher = new VodStitcher(StitchOptions.DEFAULT);
        OutputLocations locations = OutputLocations.inPlaceOf(content);
        long least = Long.MAX_VALUE;
        int size = 0;
        for (int i = 0; i < 2_000; i++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            size = PlaylistWriter.toBytes(stitcher.stitch(content, breaks, locations)
                            .tracks()
                            .get(0)
                            .playlist())
                    .length;
            least = Math.min(
                    least,
                    THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
        }
        System.out.println(
                "allocation: " + least + " bytes for an output of " + size + " bytes: " + least * 100 / size + " %");
        return least * 100 / size;
    }

    private static List<AdBreak> fourBreaks() throws IOException {
        Ad ad = Ad.of("ad", presentation("https://ads.example/creative/12345/main.m3u8", media("ad", 5, "")));
        return List.of(
                new AdBreak(BreakPosition.start(), List.of(ad)),
                new AdBreak(BreakPosition.parse("25%").orElseThrow(), List.of(ad)),
                new AdBreak(BreakPosition.parse("50%").orElseThrow(), List.of(ad)),
                new AdBreak(BreakPosition.parse("75%").orElseThrow(), List.of(ad)));
    }

    @Test
    void stitching_and_writing_allocate_at_most_three_times_the_output() throws IOException {
        Presentation content =
                presentation("https://origin.example/vod/title/hls/main.m3u8", media("feature", SEGMENTS, ""));
        assertThat(Playlists.bytes(content.reference().playlist().toString())).hasSizeGreaterThan(141_000);

        assertThat(allocated(content, fourBreaks())).isLessThanOrEqualTo(300);
    }
}
