package dev.hemstitch.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.ads.stitch.live.LiveDecisions;
import dev.hemstitch.ads.stitch.live.LiveOptions;
import dev.hemstitch.ads.stitch.live.LiveRendition;
import dev.hemstitch.ads.stitch.live.LiveSessions;
import dev.hemstitch.ads.stitch.live.LiveSnapshot;
import dev.hemstitch.ads.stitch.live.LiveStitcher;
import dev.hemstitch.ads.stitch.live.MemoryStateStore;
import dev.hemstitch.core.model.LiveEdge;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.uri.DeliveryDirectives;
import dev.hemstitch.core.uri.SkipDirective;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StitchLowLatencyTest {
    private static final LiveRendition V = LiveRendition.inPlace("v", "https://cdn.example/v");

    private final List<String> atOrigin = new ArrayList<>();
    private final LiveAd ad = ad();
    private int parts = 36;

    private static MediaPlaylist parse(String text) {
        return (MediaPlaylist) PlaylistParser.lenient().parse(text);
    }

    private static LiveAd ad() {
        MediaPlaylist halves = parse("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:4\n"
                + "#EXTINF:2,\na\n#EXTINF:2,\nb\n#EXTINF:2,\nc\n#EXTINF:2,\nd\n#EXT-X-ENDLIST\n");
        Ad ad = Ad.of("ad", Presentation.ofMedia(halves, "https://ads.example/ad"));
        return LiveAd.ofRenditions(ad, Map.of("v", ad), Map.of());
    }

    /** Segments of four parts of a second, a break of eight seconds from the tenth on; the next part is there when it is asked for. */
    private LiveSnapshot origin(DeliveryDirectives directives) {
        atOrigin.add(directives.toString());
        parts += directives.msn().isPresent() ? 1 : 0;
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:4\n"
                + "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=24\n#EXT-X-PART-INF:PART-TARGET=1\n");
        for (int part = 0; part < parts; part++) {
            text.append(part == 40 ? "#EXT-X-CUE-OUT:8\n" : part == 48 ? "#EXT-X-CUE-IN\n" : "");
            text.append("#EXT-X-PART:DURATION=1,URI=\"v" + part + "\"\n");
            text.append(part % 4 == 3 ? "#EXTINF:4,\nv" + part / 4 + "\n" : "");
        }
        return LiveSnapshot.of(parse(text.toString()));
    }

    @Test
    void a_player_waits_in_the_numbers_of_the_output_and_the_origin_is_asked_in_its_own() throws IOException {
        LiveDecisions decisions = new LiveDecisions() {
            @Override
            public Optional<List<LiveAd>> ads(SignalledBreak signalled) {
                return Optional.of(List.of(ad));
            }

            @Override
            public Optional<LiveAd> ad(String id) {
                return Optional.of(ad);
            }
        };
        LiveSessions sessions =
                new LiveSessions(new LiveStitcher(LiveOptions.DEFAULT), new MemoryStateStore(1, Duration.ofMinutes(1)));
        StitchLowLatency service = new StitchLowLatency(sessions, decisions);
        MediaPlaylist output =
                service.answer("anna", V, this::origin, DeliveryDirectives.NONE).orElseThrow();
        while (parts < 54) {
            DeliveryDirectives asked = LiveEdge.of(output).next().orElseThrow();
            output = service.answer("anna", V, this::origin, asked).orElseThrow();
        }
        assertThat(output.toString()).contains("ads.example/d\n#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN\n");
        assertThat(LiveEdge.of(output).next()).hasToString("Optional[_HLS_msn=15&_HLS_part=2]");
        assertThat(atOrigin).endsWith("_HLS_msn=13&_HLS_part=1").allMatch(asked -> !asked.contains("skip"));

        DeliveryDirectives update = DeliveryDirectives.builder()
                .part(15, 2)
                .skip(Optional.of(SkipDirective.YES))
                .build();
        assertThat(service.answer("anna", V, this::origin, update).orElseThrow().toString())
                .contains("#EXT-X-SKIP:");
        DeliveryDirectives far = DeliveryDirectives.builder().msn(99).build();
        assertThat(service.answer("anna", V, this::origin, far)).isEmpty();
    }
}
