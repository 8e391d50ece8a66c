package dev.hemstitch.examples.kit.ads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ads of which some renditions cannot be had: what was there when they were asked for is what there is, at all replicas. */
class AdsInPartTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(6);
    private static final Duration HOURS = Duration.ofHours(7);
    private static final ViewerToken VIEWER = new ViewerToken("viewer");
    private static final Device DEVICE = new Device("192.0.2.1", Optional.empty());
    private static final String FOLDER = "https://ads.example/";
    private static final List<String> WHOLE = List.of("high.m3u8", "middle.m3u8", "low.m3u8");
    private static final AdQuestion QUESTION = port ->
            List.of(new AdBreak(BreakPosition.start(), List.of(port.playlists().load("ad", FOLDER + "ad.m3u8"))));

    private final Replica one = new Replica();
    private final Replica other = new Replica();

    /** A replica, and what it can have of an ad. */
    private static final class Replica implements PlaylistSource {
        private final List<String> named = new ArrayList<>(WHOLE);
        private final Set<String> gone = new HashSet<>();
        private final AtomicInteger asked = new AtomicInteger();
        private final ServiceMetrics metrics = new ServiceMetrics();
        private long nanos;
        private final AdPlaylists playlists = new AdPlaylists(this, Runnable::run, metrics, () -> nanos);
        private final AdServer adServer = World.adServer(playlists, TIMEOUT, metrics);

        @Override
        public Fetched fetch(String uri) throws IOException {
            asked.incrementAndGet();
            if (gone.contains(uri.substring(FOLDER.length()))) {
                throw new IOException("gone");
            }
            String text = uri.endsWith("/ad.m3u8")
                    ? "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=" + String.join("\n#EXT-X-STREAM-INF:BANDWIDTH=", lines())
                    : "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n1.ts\n#EXT-X-ENDLIST\n";
            return new Fetched(text.getBytes(StandardCharsets.UTF_8), uri);
        }

        private List<String> lines() {
            return named.stream().map(name -> "1\n" + name).toList();
        }

        String asked(Predicate<Ad> goesWith) {
            AnsweredBreaks answered = adServer.ask(QUESTION, VIEWER, DEVICE, goesWith);
            assertThat(had(answered.answers())).isEqualTo(had(answered.breaks()));
            return answered.answers();
        }

        Optional<Presentation> had(String answers) {
            try {
                return had(adServer.breaks(QUESTION, VIEWER, answers));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Optional<Presentation> had(List<AdBreak> breaks) {
            return breaks.get(0).ads().get(0).presentation();
        }

        List<String> names(String answers) {
            return had(answers)
                    .map(ad -> ad.tracks().stream().map(Track::name).toList())
                    .orElse(List.of());
        }
    }

    @Test
    void whatAnAdLackedWhenItWasAskedForItLacksLaterToo() {
        one.gone.add("high.m3u8");
        String answers = one.asked(ad -> true);
        assertThat(one.names(answers)).containsExactly("middle.m3u8", "low.m3u8");
        assertThat(other.names(answers)).containsExactly("middle.m3u8", "low.m3u8");
        assertThat(other.names(other.asked(ad -> true))).isEqualTo(WHOLE);
    }

    @Test
    void anAdIsTheSameEachTimeSoThatWhatIsFoundOutOfItIsFoundOutOnce() {
        one.gone.add("high.m3u8");
        AnsweredBreaks answered = one.adServer.ask(QUESTION, VIEWER, DEVICE, ad -> true);
        Presentation asked = Replica.had(answered.breaks()).orElseThrow();
        assertThat(one.had(answered.answers())).containsSame(asked);
        one.nanos += SOON.toNanos(); // it is read again, and lacks the same
        assertThat(one.had(answered.answers())).containsSame(asked);
        assertThat(other.had(answered.answers()))
                .containsSame(other.had(answered.answers()).orElseThrow());
    }

    @Test
    void aWholeAdIsReadAgainAfterHours() {
        String answers = one.asked(ad -> true);
        Presentation before = one.had(answers).orElseThrow();
        one.nanos += HOURS.toNanos();
        assertThat(one.had(answers)).get().isEqualTo(before).isNotSameAs(before);
    }

    @Test
    void anAdThatLacksManyRenditionsIsNoneAndIsNotAskedForFurther() {
        List<String> gone = IntStream.range(0, 60).mapToObj(i -> i + ".m3u8").toList();
        one.named.addAll(gone);
        one.gone.addAll(gone.subList(0, 20));
        assertThat(one.names(one.asked(ad -> true))).hasSize(WHOLE.size() + 40);
        other.named.addAll(gone);
        other.gone.addAll(gone);
        assertThat(other.names(other.asked(ad -> true))).isEmpty();
        assertThat(other.asked).hasValue(1 + WHOLE.size() + 21);
    }

    @Test
    void whereMoreIsMissingThanWhereItWasAskedForTheAdIsUnavailable() {
        other.gone.add("low.m3u8");
        one.gone.add("high.m3u8");
        String answers = one.asked(ad -> true);
        assertThat(other.names(answers)).isEmpty();
        assertThat(other.metrics.scrape()).contains("hemstitch_ads_lost_total{outcome=\"playlists\"} 1.0");
    }

    @Test
    void anAdThatHasTooLittleForTheContentIsMissingAsAWhole() {
        one.gone.add("high.m3u8");
        String answers = one.asked(ad -> false);
        assertThat(one.names(answers)).isEmpty();
        assertThat(other.names(answers)).isEmpty();
    }

    @Test
    void aWholeAdNeedNotGoWithAnything() {
        assertThat(one.names(one.asked(ad -> false))).isEqualTo(WHOLE);
    }

    @Test
    void whatIsBackIsThereSoonForThoseWhoAreAskedForThen() {
        one.gone.add("high.m3u8");
        String early = one.asked(ad -> true);
        one.gone.clear();
        one.nanos += SOON.toNanos();
        one.asked(ad -> true); // has it read again
        assertThat(one.names(one.asked(ad -> true))).isEqualTo(WHOLE);
        assertThat(one.names(early)).containsExactly("middle.m3u8", "low.m3u8");
    }

    @Test
    void whatWasHadOnceIsNotLostWhileOtherRenditionsAreReadAgain() {
        one.gone.addAll(List.of("high.m3u8", "middle.m3u8"));
        String early = one.asked(ad -> true);
        one.gone.clear();
        one.gone.add("low.m3u8");
        one.nanos += SOON.toNanos();
        one.asked(ad -> true);
        assertThat(one.names(early)).containsExactly("low.m3u8");
    }

    @Test
    void withoutAnyVariantThereIsNoAd() {
        one.gone.addAll(WHOLE);
        assertThat(one.names(one.asked(ad -> true))).isEmpty();
    }

    @Test
    void slateIsWholeOrNotThere() {
        one.gone.add("high.m3u8");
        Slates slates = new Slates(List.of(FOLDER + "ad.m3u8"), one.playlists);
        assertThat(slates.first(TIMEOUT, slate -> true)).isEmpty();
    }
}
