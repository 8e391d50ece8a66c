package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.CustomTag;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.parser.PlaylistParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tags of their own that others write are read, edited and removed in place; what is expected is told by plain lines. */
class ForeignTagsTest {
    /** Each real Media Playlist with line feeds only, as text: what a list of its lines can be compared with. */
    private static Map<String, MediaPlaylist> playlists() {
        Map<String, MediaPlaylist> playlists = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : Corpus.playlists().entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            if (text.indexOf('\r') < 0
                    && PlaylistParser.lenient()
                                    .tryParse(file.getValue())
                                    .playlist()
                                    .orElse(null)
                            instanceof MediaPlaylist media) {
                playlists.put(file.getKey(), media);
            }
        }
        return playlists;
    }

    private static List<String> lines(MediaPlaylist playlist) {
        return Arrays.asList(playlist.toString().split("\n", -1));
    }

    /** The names of the tags that the specification does not have. */
    private static Set<String> foreign(MediaPlaylist playlist) {
        Set<String> names = new TreeSet<>();
        for (String line : lines(playlist)) {
            String name = new StringTokenizer("#" + line.strip().replaceFirst("^#", "") + ":", ": \t").nextToken();
            if (name.matches("#EXT[-A-Za-z0-9_.]+")
                    && HlsTag.of(name.substring(1)).isEmpty()) {
                names.add(name.substring(1));
            }
        }
        return names;
    }

    private static boolean isTag(String line, String name) {
        return line.strip().equals("#" + name)
                || line.startsWith("#" + name + ":")
                || line.startsWith("#" + name + " ");
    }

    private static List<String> values(MediaPlaylist playlist, CustomTag<String> tag) {
        Stream<PlaylistLine> outside = Stream.concat(playlist.header().stream(), playlist.trailer().stream());
        List<String> values = new ArrayList<>(tag.in(outside.toList()));
        for (MediaSegment segment : playlist.segments()) {
            values.addAll(segment.customTags(tag));
        }
        return values;
    }

    @Test
    void tags_of_others_are_read_edited_and_removed_where_they_stand() {
        int tags = 0;
        for (Map.Entry<String, MediaPlaylist> file : playlists().entrySet()) {
            MediaPlaylist playlist = file.getValue();
            for (String name : foreign(playlist)) {
                tags++;
                CustomTag<String> tag = CustomTag.text(name);
                List<String> expected = lines(playlist);
                long written =
                        expected.stream().filter(line -> isTag(line, name)).count();
                assertThat(values(playlist, tag)).as(file.getKey() + " " + name).hasSize((int) written);
                assertThat(playlist.toBuilder().edit(tag, Optional::of).build())
                        .as(file.getKey() + " " + name)
                        .hasToString(playlist.toString());
                assertThat(lines(playlist.toBuilder()
                                .edit(tag, value -> Optional.of(value + "+"))
                                .build()))
                        .as(file.getKey() + " " + name)
                        .isEqualTo(expected.stream()
                                .map(line -> isTag(line, name) ? edited(line, name) : line)
                                .toList());
                assertThat(lines(playlist.toBuilder().remove(tag).build()))
                        .as(file.getKey() + " " + name)
                        .isEqualTo(expected.stream()
                                .filter(line -> !isTag(line, name))
                                .toList());
            }
        }
        assertThat(tags).isGreaterThan(50);
    }

    private static String edited(String line, String name) {
        String rest = line.strip().substring(name.length() + 1);
        String value = rest.startsWith(":") ? rest.substring(1).strip() : rest.strip();
        return "#" + name + ":" + value + "+";
    }
}
