package dev.hemstitch.examples.kit.ads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is made of ad responses while they come is what is made of them whenever they are read again. */
class AdServerTest {
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    /** Sooner, what fails is not tried again. */
    private static final Duration TRIED_AGAIN = Duration.ofMillis(1_100);

    private static final ViewerToken VIEWER = new ViewerToken("viewer");
    private static final Device DEVICE = new Device("192.0.2.1", Optional.empty());

    private final World world = new World();
    private final ServiceMetrics metrics = new ServiceMetrics();
    private final HttpSource http = World.http(TIMEOUT);

    @AfterEach
    void close() {
        world.close();
    }

    private AdServer adServer(AdPlaylists playlists) {
        return World.adServer(playlists, TIMEOUT, metrics);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private AdQuestion question() throws IOException {
        Presentation film = Presentation.load(world.origin.uri() + "/ts/content/multivariant.m3u8", http);
        return AdQuestion.vmap(world.ads.uri() + "/vmap?kind=ts&viewer=[VIEWER]&cb=[CACHEBUSTING]", film);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whoAsksGetsTheBreaksThatAreMadeOfTheAnswersLater(Fault fault) throws IOException {
        AdServer adServer = adServer(new AdPlaylists(http, Runnable::run, metrics));
        AdQuestion question = question();
        world.ads.fail(fault);
        AnsweredBreaks answered = adServer.ask(question, VIEWER, DEVICE, ad -> true);
        world.ads.fail(Fault.DOWN);
        assertThat(answered.breaks())
                .isEqualTo(adServer.breaks(question, VIEWER, answered.answers()))
                .hasSize(fault == Fault.NONE ? 3 : 0);
    }

    @Test
    void anAdThatCouldNotBeHadAtFirstIsMissingWhereverItIsNamed() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        AdPlaylists comeLate = new AdPlaylists(
                uri -> {
                    if (asked.getAndIncrement() == 0) {
                        throw new IOException("not yet");
                    }
                    return http.fetch(uri);
                },
                Runnable::run,
                metrics);
        AdServer adServer = adServer(comeLate);
        String ad = world.origin.uri() + "/ts/ad-10/multivariant.m3u8";
        AdQuestion question = port -> {
            Ad first = port.playlists().load("first", ad);
            sleep(TRIED_AGAIN);
            return List.of(new AdBreak(
                    BreakPosition.start(), List.of(first, port.playlists().load("second", ad))));
        };
        AnsweredBreaks answered = adServer.ask(question, VIEWER, DEVICE, any -> true);
        List<AdBreak> later = adServer.breaks(question, VIEWER, answered.answers());
        assertThat(Stream.concat(answered.breaks().stream(), later.stream())
                        .flatMap(each -> each.ads().stream())
                        .map(Ad::presentation))
                .hasSize(4)
                .containsOnly(Optional.empty());
    }
}
