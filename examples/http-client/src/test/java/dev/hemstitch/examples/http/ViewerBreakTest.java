package dev.hemstitch.examples.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.decision.AdPresentations;
import dev.hemstitch.ads.model.AdBreak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ViewerBreakTest {
    @Test
    void the_guide_shows_what_runs() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/hemstitch/examples/http/ViewerBreak.java"));
        String shown = source.substring(source.indexOf("// begin") + 8, source.indexOf("// end"))
                .lines()
                .map(line -> line.startsWith("        ") ? line.substring(8) : line)
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("../../docs/guide/fetching.md"))).contains(shown.strip());
    }

    @Test
    void the_ad_server_learns_of_the_viewer_and_the_server_of_the_ad_does_not() throws IOException {
        try (LoopbackServer server = new LoopbackServer()) {
            server.on("/ads", 200, UnsafeWrapperTest.inline("ad.m3u8")).on("/ad.m3u8", 200, UnsafeWrapperTest.AD);
            HttpSource http = server.source().build();
            AdBreak adBreak =
                    ViewerBreak.preRoll(http, AdPresentations.of(http), server.uri("/ads"), "203.0.113.7", "Player/1");
            assertThat(adBreak.failures()).isEmpty();
            assertThat(adBreak.ads())
                    .singleElement()
                    .satisfies(ad -> assertThat(ad.presentation()).isPresent());
            assertThat(server.requests).hasSize(2);
            assertThat(server.requests.get(0).getRequestHeaders())
                    .containsEntry("X-device-ip", List.of("203.0.113.7"))
                    .containsEntry("X-device-user-agent", List.of("Player/1"));
            assertThat(server.requests.get(1).getRequestHeaders()).doesNotContainKey("X-device-ip");
        }
    }
}
