package dev.hemstitch.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;

/** What is read is written byte for byte, and canonical writing settles. */
class RoundTripFuzzTest {
    @DictionaryFile(resourcePath = "/dev/hemstitch/core/fuzz/hls.dict")
    @FuzzTest(maxDuration = "12m")
    void bytes_come_out_as_they_came_in(byte[] bytes) {
        Fuzzed.playlist(bytes).ifPresent(playlist -> {
            assertThat(PlaylistWriter.toBytes(playlist)).isEqualTo(bytes);
            byte[] canonical = PlaylistWriter.canonical(playlist).toByteArray();
            Fuzzed.playlist(canonical)
                    .ifPresent(
                            again -> assertThat(PlaylistWriter.canonical(again).toByteArray())
                                    .isEqualTo(canonical));
            assertThat(PlaylistParser.lenient().parse(bytes)).isEqualTo(playlist);
        });
    }
}
