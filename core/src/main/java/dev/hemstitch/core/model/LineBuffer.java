package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSink;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.text.Injection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lines that are being edited, taken apart only then; those that are not touched keep every byte. */
final class LineBuffer {
    private final ByteSpan original;
    private final String lineEnd;
    private @Nullable List<PlaylistLine> lines;

    LineBuffer(ByteSpan span, String lineEnd) {
        this.original = span;
        this.lineEnd = lineEnd;
    }

    List<PlaylistLine> lines() {
        List<PlaylistLine> apart = lines;
        if (apart == null) {
            apart = new ArrayList<>(PlaylistLine.of(original));
            lines = apart;
        }
        return apart;
    }

    /** Whether nobody has looked at the lines yet, so that none can have changed. */
    boolean isUntouched() {
        return lines == null;
    }

    String lineEnd() {
        return lineEnd;
    }

    int indexOf(HlsTag tag) {
        for (int i = 0; i < lines().size(); i++) {
            if (lines().get(i).is(tag)) {
                return i;
            }
        }
        return -1;
    }

    boolean remove(HlsTag tag) {
        return lines().removeIf(line -> line.is(tag));
    }

    void removeIf(Predicate<PlaylistLine> unwanted) {
        lines().removeIf(unwanted);
    }

    /** Replaces the first line of a tag and removes the others; {@code false} if there is none. */
    boolean replace(HlsTag tag, String text) {
        int at = indexOf(tag);
        if (at >= 0) {
            lines().removeIf(line -> line.is(tag));
            insert(at, text);
        }
        return at >= 0;
    }

    /**
     * Makes the lines of a tag be these: the n-th stands where the n-th stood, one more behind the last. A line that stays
     * the same keeps every byte.
     *
     * @param otherwise where they go if the tag has no line yet
     */
    void replaceAll(HlsTag tag, List<String> texts, int otherwise) {
        int next = 0;
        int end = otherwise;
        for (int i = 0; i < lines().size(); i++) {
            if (lines().get(i).is(tag)) {
                if (next == texts.size()) {
                    lines().remove(i--);
                } else {
                    if (!lines().get(i).text().equals(texts.get(next))) {
                        replaceAt(i, texts.get(next));
                    }
                    next++;
                    end = i + 1;
                }
            }
        }
        for (String text : texts.subList(next, texts.size())) {
            insert(end++, text);
        }
    }

    /** The first line of one of some tags, or -1. */
    int indexOfAny(long tags) {
        for (int i = 0; i < lines().size(); i++) {
            if (lines().get(i).isIn(tags)) {
                return i;
            }
        }
        return -1;
    }

    void insert(int at, String text) {
        lines().add(at, rendered(text));
        if (at > 0 && at == lines().size() - 1) {
            endWithNewline(at - 1);
        }
    }

    void replaceAt(int at, String text) {
        lines().set(at, rendered(text));
    }

    void append(String text) {
        insert(lines().size(), text);
    }

    /** Replaces or removes tag and comment lines; a line that stays the same keeps every byte. */
    void edit(Function<PlaylistLine, String> edit) {
        for (int i = lines().size() - 1; i >= 0; i--) {
            PlaylistLine line = lines().get(i);
            if (line.kind() == PlaylistLine.Kind.URI || line.kind() == PlaylistLine.Kind.BLANK) {
                continue;
            }
            String edited = edit.apply(line);
            if (edited.isEmpty()) {
                lines().remove(i);
            } else if (!edited.equals(line.text())) {
                replaceAt(i, Injection.requireHashLine(edited));
            }
        }
    }

    private PlaylistLine rendered(String text) {
        return PlaylistLine.of(ByteSpan.ofUtf8(text + lineEnd)).get(0);
    }

    private void endWithNewline(int at) {
        ByteSpan whole = lines().get(at).whole();
        if (!whole.isEmpty() && whole.at(whole.end() - 1) != '\n') {
            ByteSink sink = new ByteSink(whole.length() + 2).append(whole).append(lineEnd);
            lines().set(at, PlaylistLine.of(sink.toSpan()).get(0));
        }
    }

    ByteSpan toSpan() {
        if (isUntouched()) {
            return original;
        }
        ByteSink sink = new ByteSink(256);
        for (PlaylistLine line : lines()) {
            sink.append(line.whole());
        }
        return sink.toSpan();
    }
}
