package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.uri.UriReferences;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTest {
    private static final String MEDIA = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:1,\na.ts\n";

    @TempDir
    private Path folder;

    private static InputReader reader() {
        return new InputReader(new ByteArrayInputStream(MEDIA.getBytes(StandardCharsets.UTF_8)));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void referencesResolveFromTheFile() throws Exception {
        Input input = reader().read(file("a b.m3u8", MEDIA));
        assertThat(input.uri()).startsWith("file:///").endsWith("/a%20b.m3u8");
        assertThat(UriReferences.resolve(input.uri(), "c d.ts")).isEqualTo(folder.toUri() + "c d.ts");
        assertThat(InputReader.uri(folder.resolve("a b.m3u8").toString())).isEqualTo(input.uri());
    }

    @Test
    void aFileThatAPlaylistNamesIsFound() throws Exception {
        for (String name :
                new String[] {"plain.m3u8", "with space.m3u8", "100%.m3u8", "\u00e4.m3u8", "v=1(2)[3].m3u8"}) {
            file(name, MEDIA);
        }
        Input input = reader().read(file("all.m3u8", """
                        #EXTM3U
                        #EXT-X-STREAM-INF:BANDWIDTH=1
                        plain.m3u8?token=1#f
                        #EXT-X-STREAM-INF:BANDWIDTH=1
                        with space.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=1
                        with%20space.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=1
                        100%.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=1
                        \u00e4.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=1
                        %C3%A4.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=1
                        ./v=1(2)[3].m3u8
                        """));
        MultivariantPlaylist playlist = (MultivariantPlaylist) input.playlist(new PrintWriter(Writer.nullWriter()));
        assertThat(playlist.variants()).hasSize(7);
        for (Variant variant : playlist.variants()) {
            Input named = reader().read(UriReferences.resolve(input.uri(), variant.uri()));
            assertThat(named.bytes()).as(variant.uri()).isEqualTo(MEDIA.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void theQueryOfAFileUriIsNoPartOfItsNameButStays() throws Exception {
        Input input = reader().read("file:" + file("a.m3u8", MEDIA) + "?token=1#f");
        assertThat(input.uri()).isEqualTo(folder.toUri() + "a.m3u8?token=1");
        assertThat(input.name()).isEqualTo("file:" + folder + "/a.m3u8?\u2026");
    }

    @Test
    void standardInputResolvesFromTheWorkingDirectory() throws Exception {
        Input input = reader().read("-");
        assertThat(UriReferences.resolve(input.uri(), "a.ts"))
                .isEqualTo(Path.of("").toAbsolutePath().toUri() + "a.ts");
        assertThat(input.bytes()).isEqualTo(MEDIA.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDiagnosticNamesTheFileAndThePlace() throws IOException {
        String file = file("a.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:1\na.ts\n");
        Run run = Run.of("rewrite", file);
        assertThat(run.err())
                .isEqualTo(file
                        + ":3:10: warning MISSING_EXTINF_COMMA EXTINF has no comma behind its duration (4.4.4.1)\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void whatCannotBeReadIsSaidInAWord() {
        assertThat(Run.of("inspect", folder.resolve("absent.m3u8").toString()).err())
                .endsWith("absent.m3u8: cannot be read: there is no such file\n");
        assertThat(Run.of("inspect", folder.toString()).err()).contains(": cannot be read: ");
        assertThat(Run.of("inspect", "a\0b").err()).contains(": cannot be read: ");
        assertThat(Run.of("inspect", "http://").err()).contains("http://: cannot be read: ");
        assertThat(Run.of("inspect", "file:///%00").err()).contains(": cannot be read: ");
    }

    @Test
    void severalFilesAreAnArrayAndOneThatCannotBeReadIsLeftOut() throws IOException {
        String file = file("a.m3u8", MEDIA);
        Run both = Run.of("inspect", file, file);
        assertThat(both.tree()).hasSize(2);
        assertThat(both.exitCode()).isZero();
        Run one = Run.of("inspect", file, folder.resolve("absent.m3u8").toString(), file);
        assertThat(one.json()).isEqualTo(both.json());
        assertThat(one.err()).contains("absent.m3u8: cannot be read: ");
        assertThat(one.exitCode()).isEqualTo(2);
    }
}
