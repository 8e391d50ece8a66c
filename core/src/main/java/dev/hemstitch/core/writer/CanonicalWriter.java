package dev.hemstitch.core.writer;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.TagScope;
import dev.hemstitch.core.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Renders each line from what it means instead of copying it. */
final class CanonicalWriter {
    private CanonicalWriter() {}

    static SourceText render(Playlist playlist) {
        StringBuilder text = new StringBuilder();
        if (playlist instanceof MediaPlaylist media) {
            header(media.header(), true, text);
            for (MediaSegment segment : media.segments()) {
                segment.lines().forEach(line -> line(line, text));
            }
            media.trailer().forEach(line -> line(line, text));
        } else {
            header(playlist.lines(), false, text);
        }
        return SourceText.of(text.toString());
    }

    /** Tags that apply to the whole playlist come first, in the specification's order; the others keep theirs. */
    private static void header(List<PlaylistLine> lines, boolean isMedia, StringBuilder text) {
        List<PlaylistLine> leading = new ArrayList<>();
        List<PlaylistLine> others = new ArrayList<>();
        for (PlaylistLine line : lines) {
            (leads(line, isMedia) ? leading : others).add(line);
        }
        leading.sort(Comparator.comparing(line -> line.tag().orElseThrow()));
        if (isMedia) {
            keepInHeader(leading, others);
        }
        leading.forEach(line -> line(line, text));
        others.forEach(line -> line(line, text));
    }

    /** Lines that are no tags of the specification would belong to the first segment behind the header's last tag. */
    private static void keepInHeader(List<PlaylistLine> leading, List<PlaylistLine> others) {
        List<PlaylistLine> free =
                others.stream().filter(line -> line.tag().isEmpty()).toList();
        others.removeAll(free);
        leading.addAll(others);
        others.clear();
        leading.addAll(leading.size() < 2 ? leading.size() : leading.size() - 1, free);
    }

    private static boolean leads(PlaylistLine line, boolean isMedia) {
        return line.tag()
                .map(tag -> tag.scope() == TagScope.BASIC
                        || tag.scope() == TagScope.SHARED
                        || (isMedia && tag.scope() == TagScope.MEDIA_PLAYLIST && tag != HlsTag.ENDLIST))
                .orElse(false);
    }

    private static void line(PlaylistLine line, StringBuilder text) {
        switch (line.kind()) {
            case BLANK -> {
                return;
            }
            case TAG -> tag(line, line.tag().orElseThrow(), text);
            default -> text.append(line.text());
        }
        text.append('\n');
    }

    private static void tag(PlaylistLine line, HlsTag tag, StringBuilder text) {
        text.append('#').append(tag.tagName());
        String value = line.value();
        if (!tag.attributes().isEmpty()) {
            text.append(':').append(line.attributes().canonical(tag.attributes()));
        } else if (tag == HlsTag.INF) {
            text.append(':').append(value).append(value.indexOf(',') < 0 ? "," : "");
        } else if (!value.isEmpty()) {
            boolean colon = tag != HlsTag.EXTM3U;
            text.append(colon ? ":" : " ").append(value);
        }
    }
}
