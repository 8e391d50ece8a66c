package dev.hemstitch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.benchmarks.workload.Workload;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WriteBenchmarkTest {
    @Test
    void The_edited_playlist_differs_in_its_middle_segment_alone() {
        byte[] text = Workload.LIVE_10.text();
        MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient().parse(text);
        String written = new String(PlaylistWriter.toBytes(WriteBenchmark.edited(playlist)), StandardCharsets.UTF_8);
        String edited = "#EXTINF:4.567,Replacement\nhttps://replacement.example.com/other/segment.ts?token=1\n";

        String uri = playlist.segments().get(5).uri();
        assertThat(written.replace(edited, "#EXTINF:4.171,\n" + uri + "\n"))
                .isEqualTo(new String(text, StandardCharsets.UTF_8));
        assertThat(written).contains(edited);
    }
}
