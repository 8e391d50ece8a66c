package dev.hemstitch.core.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.properties.Accessors;

/** Any bytes become a playlist, all of which can be asked, or are refused in the one way that is declared. */
class ParseFuzzTest {
    @DictionaryFile(resourcePath = "/dev/hemstitch/core/fuzz/hls.dict")
    @FuzzTest(maxDuration = "12m")
    void any_bytes_become_a_playlist_or_are_refused(byte[] bytes) {
        PlaylistParser.lenient().tryParse(bytes);
        Fuzzed.playlist(bytes).ifPresent(Accessors::touch);
    }
}
