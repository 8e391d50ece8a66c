package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.ParseResult;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.PlaylistTexts;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** P2: what was not changed is written byte for byte, whichever way it came in and goes out. */
class RoundTripTest {
    private static final int SEEDS = 4_000;

    /** What real files are refused, and why: nobody would call them playlists. */
    private static final Map<String, String> REFUSED = Map.of(
            "videojs-m3u8-parser/empty.m3u8",
            "1:1: error NOT_A_PLAYLIST there is no EXTM3U and no other tag (4.4.1.1)");

    @Test
    void generated_playlists_are_written_byte_for_byte() throws IOException {
        int count = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            check(PlaylistTexts.bytes(PlaylistTexts.media(seed)));
            check(PlaylistTexts.bytes(PlaylistTexts.multivariant(seed)));
            check(PlaylistTexts.dirty(seed));
            count += 3;
        }
        System.out.println("P2: " + count + " generated playlists written byte for byte");
    }

    @Test
    void real_playlists_are_written_byte_for_byte_or_are_refused_for_a_known_reason() throws IOException {
        Map<String, byte[]> files = Corpus.playlists();
        Map<String, String> refused = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ParseResult result = PlaylistParser.lenient().tryParse(file.getValue());
            if (result.playlist().isPresent()) {
                check(file.getValue());
            } else {
                refused.put(
                        file.getKey(),
                        result.diagnostics()
                                .get(result.diagnostics().size() - 1)
                                .toString());
            }
        }
        int written = files.size() - refused.size();
        System.out.println("P2: " + written + " of " + files.size() + " real playlists written byte for byte");
        assertThat(refused).isEqualTo(REFUSED);
        assertThat(written).isGreaterThanOrEqualTo(files.size() * 97 / 100);
    }

    private static void check(byte[] bytes) throws IOException {
        PlaylistParser parser = PlaylistParser.lenient();
        Playlist playlist = parser.parse(bytes);
        assertThat(PlaylistWriter.toBytes(playlist)).isEqualTo(bytes);
        assertThat(stream(parser.parse(new ByteArrayInputStream(bytes)))).isEqualTo(bytes);
        assertThat(buffer(playlist, bytes.length)).isEqualTo(bytes);
        assertThat(buffers(playlist)).isEqualTo(bytes);
        for (Playlist other : Accessors.others(playlist)) {
            assertThat(PlaylistWriter.toBytes(other)).isEqualTo(bytes);
            assertThat(other).isEqualTo(playlist).hasSameHashCodeAs(playlist);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            assertThat(PlaylistWriter.toBytes(parser.parse((CharSequence) text)))
                    .isEqualTo(bytes);
            assertThat(PlaylistWriter.toBytes(parser.parse(new StringReader(text))))
                    .isEqualTo(bytes);
            assertThat(playlist).hasToString(text);
        }
    }

    private static byte[] stream(Playlist playlist) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlaylistWriter.write(playlist, out);
        return out.toByteArray();
    }

    private static byte[] buffer(Playlist playlist, int length) {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        PlaylistWriter.write(playlist, buffer);
        return buffer.array();
    }

    private static byte[] buffers(Playlist playlist) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (ByteBuffer buffer : PlaylistWriter.toBuffers(playlist)) {
            byte[] piece = new byte[buffer.remaining()];
            buffer.get(piece);
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }
}
