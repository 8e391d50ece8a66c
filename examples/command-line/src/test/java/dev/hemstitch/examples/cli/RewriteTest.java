package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RewriteTest {
    @Test
    void bytesComeOutAsTheyCameIn() {
        byte[] dirty = "\u00ef\u00bb\u00bf#EXTM3U\r\n\r\n#EXT-X-TARGETDURATION: 10\r#EXTINF:1,\u00ff\u00fe\n  a.ts  "
                .getBytes(StandardCharsets.ISO_8859_1);
        Run run = Run.withInput(dirty, "rewrite", "-");
        assertThat(run.out()).isEqualTo(dirty);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void canonicalRendersEachTagAnew() {
        Run run = Run.withInput(
                "#EXTM3U\r\n\r\n#EXT-X-TARGETDURATION:10\r\n#EXT-X-VERSION:3\r\n#EXTINF:1.50\r\na.ts\r\n",
                "rewrite",
                "--canonical",
                "-");
        assertThat(run.outText())
                .isEqualTo("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:1.50,\na.ts\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void whatIsNoPlaylistIsRefused() {
        Run run = Run.withInput("<html></html>\n", "rewrite", "-");
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("error NOT_A_PLAYLIST")
                .endsWith("-: is no playlist that can be read, see above\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
