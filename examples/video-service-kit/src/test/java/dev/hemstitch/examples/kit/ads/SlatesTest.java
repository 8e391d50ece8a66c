package dev.hemstitch.examples.kit.ads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SlatesTest {
    private static final String TS = "https://slate.example/ts.m3u8";
    private static final String FMP4 = "https://slate.example/fmp4.m3u8";

    private final Set<String> gone = new HashSet<>();
    private final List<String> asked = new ArrayList<>();

    private Slates slates(String... uris) {
        return new Slates(List.of(uris), new AdPlaylists(this::fetch, Runnable::run, new ServiceMetrics()));
    }

    private PlaylistSource.Fetched fetch(String uri) throws IOException {
        asked.add(uri);
        if (gone.contains(uri)) {
            throw new IOException("gone");
        }
        String text = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n1.ts\n#EXT-X-ENDLIST\n";
        return new PlaylistSource.Fetched(text.getBytes(StandardCharsets.UTF_8), uri);
    }

    private static Optional<String> first(Slates slates, Predicate<Ad> fits) {
        return slates.first(Duration.ZERO, fits).flatMap(Ad::presentation).map(Presentation::uri);
    }

    private static boolean isFmp4(Ad slate) {
        return slate.presentation().orElseThrow().uri().equals(FMP4);
    }

    @Test
    void theFirstThatFitsFills() {
        Slates slates = slates(TS, FMP4);
        assertThat(first(slates, slate -> true)).contains(TS);
        assertThat(first(slates, SlatesTest::isFmp4)).contains(FMP4);
        assertThat(first(slates, slate -> false)).isEmpty();
    }

    @Test
    void oneThatCannotBeHadIsNotPassedOverSinceAnotherReplicaMayHaveIt() {
        gone.add(TS);
        assertThat(first(slates(TS, FMP4), slate -> true)).isEmpty();
        assertThat(first(slates(FMP4, TS), slate -> true)).contains(FMP4);
    }

    @Test
    void allAreGotBeforeTheyAreNeededAndOnce() {
        Slates slates = slates(TS, FMP4);
        assertThat(asked).containsExactly(TS, FMP4);
        assertThat(first(slates, SlatesTest::isFmp4)).contains(FMP4);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatIsCutToBreaksIsTheSameEachTime() {
        Slates slates = slates(TS, FMP4);
        assertThat(slates.firstToCut(Duration.ZERO, SlatesTest::isFmp4))
                .isPresent()
                .isEqualTo(slates.firstToCut(Duration.ZERO, SlatesTest::isFmp4));
    }

    @Test
    void withoutUrlsThereIsNone() {
        assertThat(slates().isEmpty()).isTrue();
        assertThat(first(slates(), slate -> true)).isEmpty();
    }
}
