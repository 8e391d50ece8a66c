package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.examples.kit.world.CatalogDouble;
import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import dev.hemstitch.examples.kit.world.SampleOrigin;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ad failure never becomes video failure. */
class AdFailureTest {
    private static final Duration FAR_LESS_THAN_SLOW = Duration.ofSeconds(20);

    private World world;
    private BothServices services;

    @BeforeEach
    void start() throws Exception {
        world = new World();
        services = BothServices.start(world.configuration("ad.timeout.ms", "300"));
    }

    @AfterEach
    void stop() {
        services.close();
        world.close();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void contentPlaysOnWhateverTheAdServerDoes(Fault fault) throws Exception {
        world.ads.fail(fault);
        for (String service : services.uris()) {
            for (String title : CatalogDouble.KINDS) {
                long start = System.nanoTime();
                Viewer viewer = new Viewer(service, title, "token");
                for (HttpResponse<byte[]> answer : viewer.all()) {
                    assertThat(answer.statusCode()).isEqualTo(200);
                }
                assertThat(contentSegments(viewer)).isEqualTo(segmentsOfContent(title));
                assertThat(System.nanoTime() - start).isLessThan(FAR_LESS_THAN_SLOW.toNanos());
            }
        }
    }

    @Test
    void whatWasDecidedWithoutAdsStaysWhenTheAdServerIsBack() {
        world.ads.fail(Fault.DOWN);
        for (String service : services.uris()) {
            Viewer viewer = new Viewer(service, "fmp4", "token");
            byte[] before = viewer.get(viewer.renditions().get(0)).body();
            world.ads.fail(Fault.NONE);
            assertThat(viewer.get(viewer.renditions().get(0)).body()).isEqualTo(before);
            assertThat(viewer.get(viewer.renditions().get(1)).statusCode()).isEqualTo(200);
            assertThat(new Viewer(service, "fmp4", "another")
                            .get(viewer.renditions().get(0).replace("token", "another"))
                            .body())
                    .as("who comes later has ads")
                    .isNotEqualTo(before);
            world.ads.fail(Fault.DOWN);
        }
    }

    @Test
    void aTitleStaysWhenItsOriginAndTheCatalogGo() {
        for (String service : services.uris()) {
            Viewer viewer = new Viewer(service, "ts", "early");
            assertThat(viewer.multivariant().statusCode()).isEqualTo(200);
            world.origin.fail(Fault.DOWN);
            world.catalog.fail(Fault.DOWN);
            assertThat(viewer.all()).allMatch(answer -> answer.statusCode() == 200);
            assertThat(new Viewer(service, "ts", "late").all()).allMatch(answer -> answer.statusCode() == 200);
            world.origin.fail(Fault.NONE);
            world.catalog.fail(Fault.NONE);
        }
    }

    private static int contentSegments(Viewer viewer) {
        MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient()
                .parse(viewer.get(viewer.renditions().get(0)).body());
        return playlist.segments().size();
    }

    private static int segmentsOfContent(String kind) throws Exception {
        byte[] content = Files.readAllBytes(SampleOrigin.samples().resolve(kind + "/content/v180/media.m3u8"));
        return ((MediaPlaylist) PlaylistParser.lenient().parse(content))
                .segments()
                .size();
    }
}
